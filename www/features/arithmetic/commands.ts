// Moving z by what classes differ in.

import { moveZ } from '../../app/latent/move';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { Sum } from './state';

export type ArithmeticCommand = { do: 'set sum'; change: Partial<Sum> } | { do: 'apply sum' };

export function arithmeticCommands(state: State): Handlers<ArithmeticCommand> {
  return {
    'set sum'({ change }) {
      state.arithmetic.sum.value = { ...state.arithmetic.sum.value, ...change };
    },

    'apply sum'() {
      const result = state.arithmetic.decoded.value?.result;
      if (result) moveZ(state, result, undefined);
    },
  };
}
