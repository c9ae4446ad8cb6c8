import { latentName } from '../../ui/words';
import type { ReadonlyState } from '../store';

/** What the map's axes are called: one name for a single dimension. */
export const axisNames = (state: ReadonlyState): string[] =>
  state.plane.principal.value ? ['p₁', 'p₂'] : [...new Set(state.plane.axes.value)].map(latentName);
