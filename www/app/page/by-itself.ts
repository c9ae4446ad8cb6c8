import { prefersStillness } from '../../ui/stillness';
import type { ReadonlyState } from '../store';

/** Whether the page shows by itself what it does until somebody touches it, where it has something to show that by. */
export const playsByItself = ({ page }: ReadonlyState) => !page.still.peek() && !prefersStillness();
