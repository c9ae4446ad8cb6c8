import { hexOf } from './hex';

/** In hexadecimal digits; only where the page is a secure context. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return hexOf(sum);
}
