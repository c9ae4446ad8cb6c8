// Moving z by what classes and attributes differ in.

import type { Handlers } from '../commands';
import { moveZ } from '../exploring/move';
import { dot, plus } from '../exploring/vectors';
import type { Attribute, Sum } from '../state/attributes';
import type { State } from '../store';

export type AttributesCommand =
  | { do: 'set sum'; change: Partial<Sum> }
  | { do: 'apply sum' }
  /** z goes along the attribute's direction, until its coordinate there is `value`. */
  | { do: 'move attribute'; attribute: Attribute; value: number; since?: number };

export function attributesActions(state: State): Handlers<AttributesCommand> {
  return {
    'set sum'({ change }) {
      state.sum.value = { ...state.sum.value, ...change };
    },

    'apply sum'() {
      const result = state.decodedSum.value?.result;
      if (result?.length === state.z.value.length) moveZ(state, result, undefined);
    },

    'move attribute'({ attribute, value, since }) {
      const unit = state.directions.value?.[attribute].unit;
      const z = state.z.value;
      if (unit?.length === z.length) moveZ(state, plus(z, unit, value - dot(unit, z)), since);
    },
  };
}
