import type { State } from '../../store';
import { latentName } from '../words';

/** What the map's axes are called: one name for a single dimension. */
export const axisNames = (state: State): string[] =>
  state.principal.value ? ['p₁', 'p₂'] : [...new Set(state.axes.value)].map(latentName);
