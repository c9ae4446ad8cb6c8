// Browsers hold a page's modules to the sums of its import map, but no worker's script: that is checked here, beside its running.

import { Failed } from './failure/failure';

/**
 * Whether the script at this address is the one that the page was built with.
 * @throws {Failed} `changed` where it is not. What the cache keeps is fetched anew then, so that another try may hold.
 */
export async function checkScript(href: string) {
  const expected = sumOf(href);
  // Outside a secure context a browser reckons no sums; what becomes of a script that does not come is told elsewhere.
  if (!expected || !globalThis.crypto?.subtle) return;
  const sum = await fetched(href, 'default');
  if (sum === undefined || sum === expected) return;
  await fetched(href, 'reload');
  throw new Failed({ kind: 'changed', path: new URL(href).pathname });
}

/** What the import map of the built page says; the development server's has none. */
function sumOf(href: string): string | undefined {
  const map = globalThis.document?.querySelector('script[type=importmap]')?.textContent;
  const { integrity } = JSON.parse(map || '{}') as { integrity?: Record<string, string> };
  const listed = Object.entries(integrity ?? {}).find(
    ([path]) => new URL(path, document.baseURI).href === href,
  );
  return listed?.[1];
}

async function fetched(href: string, cache: RequestCache): Promise<string | undefined> {
  try {
    const response = await fetch(href, { cache });
    if (!response.ok) return undefined;
    const sum = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
    return `sha256-${btoa(String.fromCharCode(...new Uint8Array(sum)))}`;
  } catch {
    return undefined;
  }
}
