import { signal } from '@preact/signals-core';

/** What no address carries of what is shown: data of one's own, and a model that was trained here. */
export type Left = 'nothing' | 'data' | 'model';

export const linkState = () => ({
  /** For a moment after it was copied: what it leaves out. */
  copied: signal<Left | undefined>(undefined),
});
