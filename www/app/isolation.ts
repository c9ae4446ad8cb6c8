// Threads share memory only in a cross-origin isolated page. Where the host does not send the headers for that, a service
// worker adds them; it sees the page's own request only from the next load on.

const TRIED = 'isolation-tried';

/**
 * Reloads the page into isolation, once a tab, unless a person has pressed or typed anything, or more would be lost by it:
 * then training stays on one thread until the next visit.
 */
export async function isolate(base: string, untouched = () => true) {
  if (crossOriginIsolated || !isSecureContext || !('serviceWorker' in navigator)) return;
  const isTouched = touches();
  try {
    if (sessionStorage.getItem(TRIED)) return;
    sessionStorage.setItem(TRIED, 'yes');
    await navigator.serviceWorker.register(new URL('isolation.js', base));
    await navigator.serviceWorker.ready;
    if (!isTouched() && untouched()) location.reload();
  } catch {
    // Storage or service workers are switched off, or the host lacks the file.
  }
}

/** Tells whether a person has pressed or typed anything since it was called. */
function touches() {
  let touched = false;
  // The page plays by itself at first: its own events are nobody's.
  const touch = ({ isTrusted }: Event) => {
    touched ||= isTrusted;
  };
  for (const kind of ['pointerdown', 'keydown', 'input', 'change'])
    addEventListener(kind, touch, { capture: true, passive: true });
  return () => touched;
}
