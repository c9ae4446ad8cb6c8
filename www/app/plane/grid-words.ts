// What the map's grids are called.

import { hasMixture } from '../../ui/config-words';
import { text } from '../../ui/text';
import type { ReadonlyState } from '../store';
import type { MapGrid } from './viewport';

/** The grid's units and masses are those of N(0, I), whatever the model's prior is. */
export function gridWords({ model }: Pick<ReadonlyState, 'model'>, grid: MapGrid): string {
  const { equalSpacing, equalSpacingInZ, equalMass, equalMassOfNormal } = text.value.map;
  const config = model.shown.value?.summary.config;
  const [spacing, mass] =
    config && hasMixture(config) ? [equalSpacingInZ, equalMassOfNormal] : [equalSpacing, equalMass];
  return grid === 'equal spacing' ? spacing : mass;
}
