// Two maps side by side.

import { batch } from '@preact/signals-core';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { Side } from './state';

/** Of these models; or none. */
export type CompareCommand = { do: 'compare maps'; sides: readonly [Side, Side] | undefined };

export const compareCommands = ({ compare }: State): Handlers<CompareCommand> => ({
  'compare maps'({ sides }) {
    batch(() => {
      compare.comparing.value = sides !== undefined;
      if (sides) compare.sides.value = sides;
    });
  },
});
