// Threads share memory only in a cross-origin isolated page. Where the host does not send the headers for that, a service
// worker adds them; it sees the page's own request only from the next load on.

const TRIED = 'isolation-tried';

/** Reloads the page into isolation, once a tab, while nothing is lost by it; else training stays on one thread. */
export async function isolate(base: string, untouched: () => boolean) {
  if (crossOriginIsolated || !isSecureContext || !('serviceWorker' in navigator)) return;
  try {
    if (sessionStorage.getItem(TRIED)) return;
    sessionStorage.setItem(TRIED, 'yes');
    await navigator.serviceWorker.register(new URL('isolation.js', base));
    await navigator.serviceWorker.ready;
    if (untouched()) location.reload();
  } catch {
    // Storage or service workers are switched off, or the host lacks the file.
  }
}
