import { signal } from '@preact/signals-core';

export const linkState = () => ({
  /** For a moment after it was copied. */
  copied: signal(false),
});
