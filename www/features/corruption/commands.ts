// Damaging the input before the model sees it.

import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { Corruption } from '../../engine/protocol';

export type CorruptionCommand = { do: 'corrupt'; corruption: Corruption };

export const corruptionCommands = (state: State): Handlers<CorruptionCommand> => ({
  corrupt({ corruption }) {
    state.input.corruption.value = corruption;
  },
});
