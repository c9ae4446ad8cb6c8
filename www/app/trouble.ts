/**
 * Why nothing can be kept in this browser: it has no storage for this page, or no room in it, or another tab has a newer version
 * of the page, or an earlier one that is waited for.
 */
export type Trouble = 'blocked' | 'full' | 'newer' | 'waiting';

const BY_NAME: Record<string, Trouble> = { QuotaExceededError: 'full', VersionError: 'newer' };

export const troubleOf = (error: unknown): Trouble =>
  (error instanceof DOMException && BY_NAME[error.name]) || 'blocked';
