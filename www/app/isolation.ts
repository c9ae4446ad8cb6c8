// Threads share memory only in a cross-origin isolated page. Where the host does not send the headers for that, the service
// worker adds them; it sees the page's own request only from the next load on.

const TRIED = 'isolation-tried';

/**
 * Reloads the page into isolation, once a tab, as soon as the service worker is there, unless more than a load would be lost by it:
 * then training stays on one thread until the next visit.
 */
export async function isolate(isUntouched: () => boolean) {
  if (crossOriginIsolated || !isSecureContext || !('serviceWorker' in navigator)) return;
  try {
    if (sessionStorage.getItem(TRIED)) return;
    sessionStorage.setItem(TRIED, 'yes');
    await navigator.serviceWorker.ready;
    if (isUntouched()) location.reload();
  } catch {
    // Storage or service workers are switched off.
  }
}
