/** Remembers a choice for the next visit, where the browser allows it. */
export function keep(key: 'language' | 'theme' | 'keys', choice: string) {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // The choice stands for this visit.
  }
}

export function kept(key: 'keys'): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
