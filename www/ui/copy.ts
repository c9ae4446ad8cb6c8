import { Failed } from '../engine/failure/failure';

/** Into the clipboard, where the browser lets the page. */
export async function copyText(words: string) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    throw new Failed({ kind: 'noCopy' });
  }
}
