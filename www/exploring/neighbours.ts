// Keeps the nearest training digits in step with z and the model, once a person has asked for them.

import { batch, effect } from '@preact/signals-core';
import { proxy } from 'comlink';
import { latest } from '../latest';
import { pause } from '../pause';
import { NEIGHBOURS, TRAINING_DIGITS } from '../state/digits';
import type { State } from '../store';
import type { ExplorerClient } from './explorer-client';
import { keepWithModel } from './with-model';

/** They need not follow a dragged z in each frame. */
const REST_MS = 120;

export function keepNeighbours(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const tell = proxy((done: number) => {
    state.encodedTraining.value = done;
  });
  const encode = async () => {
    const count = await explorer.ask((it) => it.encodeTraining(TRAINING_DIGITS, tell));
    state.trainingCodes.value = { count };
  };
  const clear = () =>
    batch(() => {
      state.trainingCodes.value = undefined;
      state.neighbours.value = undefined;
      state.encodedTraining.value = 0;
    });
  keepWithModel(state, { wanted: state.neighboursWanted, make: encode, clear }, report);

  const find = latest(
    (z: readonly number[]) => explorer.ask((it) => it.neighbours(Float32Array.from(z), NEIGHBOURS)),
    (neighbours) => {
      if (state.trainingCodes.peek()) state.neighbours.value = neighbours;
      return pause(REST_MS);
    },
    report,
  );
  effect(() => {
    if (state.trainingCodes.value) find(state.z.value);
  });
}
