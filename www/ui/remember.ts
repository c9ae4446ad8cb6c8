/** What is remembered: choices, and what was unfolded to be seen in full. */
type Choice = 'language' | 'theme' | 'keys' | 'all settings' | 'all figures';

/** Remembers a choice for the next visit, where the browser allows it. */
export function keep(key: Choice, choice: string) {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // The choice stands for this visit.
  }
}

export function kept(key: Choice): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Unfolds it as it was left, and remembers how it is left. */
export function rememberFold(details: HTMLDetailsElement, key: Choice, signal: AbortSignal) {
  if (kept(key) === 'open') details.open = true;
  details.addEventListener('toggle', () => keep(key, details.open ? 'open' : 'folded'), { signal });
}
