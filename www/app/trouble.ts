/** Why nothing can be kept in this browser: it has no storage for this page, or no room in it. */
export type Trouble = 'blocked' | 'full';

export const troubleOf = (error: unknown): Trouble =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
