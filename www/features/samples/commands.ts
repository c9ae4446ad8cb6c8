// Samples of the input's posterior: who needs some, and other ones.

import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';

export type SamplesCommand =
  /** A feature, by its name, begins or ceases to need samples of the posterior. */
  { do: 'want samples'; by: string; wanted: boolean } | { do: 'sample again' };

export const samplesCommands = (state: State): Handlers<SamplesCommand> => ({
  'want samples'({ by, wanted }) {
    const before = state.samples.wantedBy.peek();
    if (before.has(by) === wanted) return;
    const others = [...before].filter((other) => other !== by);
    state.samples.wantedBy.value = new Set(wanted ? [...others, by] : others);
  },

  'sample again'() {
    state.samples.seed.value++;
  },
});
