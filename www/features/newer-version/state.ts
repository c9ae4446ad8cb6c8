import { signal } from '@preact/signals-core';

export const newerVersionState = () => ({
  /** Whether a newer version of the site is here, and was not put off. */
  offered: signal(false),
});
