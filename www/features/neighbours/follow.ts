// Keeps the nearest training digits in step with z and the model, once a person has asked for them.

import { batch, effect } from '@preact/signals-core';
import { proxy } from 'comlink';
import { latest } from '../../app/latest';
import { keepWithModel } from '../../app/model/with-model';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import { pause } from '../../engine/pause';
import { NEIGHBOURS, TRAINING_DIGITS } from './state';

/** They need not follow a dragged z in each frame. */
const REST_MS = 120;

export function keepNeighbours(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const tell = proxy((done: number) => {
    state.neighbours.encoded.value = done;
  });
  const encode = async () => {
    const count = await explorer.ask((it) => it.encodeTraining(TRAINING_DIGITS, tell));
    state.neighbours.codes.value = { count };
  };
  const clear = () =>
    batch(() => {
      state.neighbours.codes.value = undefined;
      state.neighbours.found.value = undefined;
      state.neighbours.encoded.value = 0;
    });
  keepWithModel(state, { wanted: state.neighbours.wanted, make: encode, clear }, report);

  const find = latest(
    (z: readonly number[]) => explorer.ask((it) => it.neighbours(Float32Array.from(z), NEIGHBOURS)),
    (neighbours) => {
      if (state.neighbours.codes.peek()) state.neighbours.found.value = neighbours;
      return pause(REST_MS);
    },
    report,
  );
  effect(() => {
    if (state.neighbours.codes.value) find(state.latent.z.value);
  });
}
