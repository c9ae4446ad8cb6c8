// Keeps the test digits' ELBOs in step with the model, once a person has asked where theirs lies among them.

import { keepWithModel } from '../../app/model/with-model';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import { SCORED_DIGITS } from './state';

export function keepScores(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const score = async () => {
    const elbos = await explorer.ask((it) => it.elbos('t10k', SCORED_DIGITS));
    state.score.elbos.value = elbos.sort();
  };
  const clear = () => {
    state.score.elbos.value = undefined;
  };
  keepWithModel(state, { wanted: state.score.wanted, make: score, clear }, report);
}
