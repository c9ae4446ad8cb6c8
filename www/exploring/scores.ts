// Keeps the test digits' ELBOs in step with the model, once a person has asked where theirs lies among them.

import { SCORED_DIGITS } from '../state/digits';
import type { State } from '../store';
import type { ExplorerClient } from './explorer-client';
import { keepWithModel } from './with-model';

export function keepScores(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const score = async () => {
    const elbos = await explorer.ask((it) => it.elbos('t10k', SCORED_DIGITS));
    state.scores.value = elbos.sort();
  };
  const clear = () => {
    state.scores.value = undefined;
  };
  keepWithModel(state, { wanted: state.scoresWanted, make: score, clear }, report);
}
