// Parts of the page's own script that come when they are wanted.

import { patiently } from '../../engine/patience';

/** The part, unless nothing of it comes for as long as the page is patient. */
export const part = <Part>(coming: Promise<Part>): Promise<Part> =>
  patiently(coming, () => ({ kind: 'noPart' }));
