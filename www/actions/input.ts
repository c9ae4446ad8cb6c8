// What the model is shown.

import { batch } from '@preact/signals-core';
import type { Handlers } from '../commands';
import type { ExplorerClient } from '../explorer-client';
import type { Drawing, Input } from '../state/input';
import type { State } from '../store';

export type InputCommand =
  /** `since` is the time stamp of the pointer event behind it. */
  | { do: 'draw'; ink: Drawing; side: number; since: number | undefined }
  | { do: 'clear' }
  | { do: 'take test digit' };

export function inputActions(state: State, explorer: ExplorerClient): Handlers<InputCommand> {
  const setInput = (input: Input) =>
    batch(() => {
      state.linked.value = input.kind !== 'empty';
      state.input.value = input;
      if (input.kind === 'empty') state.encoding.value = undefined;
    });

  return {
    draw: ({ ink, side, since }) => setInput({ kind: 'drawing', ink, side, since }),

    clear: () => setInput({ kind: 'empty' }),

    async 'take test digit'() {
      const count = await explorer.ask((it) => it.openTestDigits());
      state.testDigits.value = count;
      const digit = await explorer.ask((it) => it.testDigit(Math.floor(Math.random() * count)));
      batch(() => {
        state.digitClass.value = digit.label;
        setInput({ kind: 'digit', ...digit });
      });
    },
  };
}
