// Moving z along what an attribute differs in.

import { moveZ } from '../../app/latent/move';
import { dot, plus } from '../../app/latent/vectors';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { Attribute } from './state';

export type DirectionsCommand =
  /** z goes along the attribute's direction, until its coordinate there is `value`. */
  { do: 'move attribute'; attribute: Attribute; value: number; since?: number };

export const directionsCommands = (state: State): Handlers<DirectionsCommand> => ({
  'move attribute'({ attribute, value, since }) {
    const unit = state.directions.found.value?.[attribute].unit;
    const z = state.latent.z.value;
    if (unit) moveZ(state, plus(z, unit, value - dot(unit, z)), since);
  },
});
