// Keeps the nearest training digits in step with z and the model, once a person has asked for them.

import { batch } from '@preact/signals-core';
import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';
import { wayTo } from '../../engine/transfer';
import { NEIGHBOURS, TRAINING_DIGITS } from './state';

/** A model in training changes several times a second: what takes long rests in between. */
const REST_MS = 5000;
/** They need not follow a dragged z in each frame. */
const FOUND_REST_MS = 120;

export function followNeighbours(state: State, model: Pick<ModelScope, 'follow'>) {
  followCodes(state, model);
  followNearest(state, model);
}

function followCodes({ neighbours }: State, model: Pick<ModelScope, 'follow'>) {
  const hear = (done: number) => {
    neighbours.encoded.value = done;
  };
  model.follow({
    whole: true,
    inputs: () => (neighbours.wanted.value ? 'wanted' : undefined),
    key: (wanted) => wanted,
    ask(it) {
      const way = wayTo(hear);
      return it.neighbours.encode(TRAINING_DIGITS, way.port).finally(way.end);
    },
    show(answer) {
      batch(() => {
        neighbours.codes.value = answer && { count: answer.value, version: answer.model.version };
        if (answer) return;
        neighbours.found.value = undefined;
        neighbours.encoded.value = 0;
      });
    },
    restWithSameInputs: REST_MS,
    failed() {
      neighbours.wanted.value = false;
    },
  });
}

function followNearest({ neighbours, latent }: State, model: Pick<ModelScope, 'follow'>) {
  model.follow({
    inputs() {
      const codes = neighbours.codes.value;
      return codes && { version: codes.version, z: latent.z.value };
    },
    ask: (it, { version, z }) => it.neighbours.nearest(version, Float32Array.from(z), NEIGHBOURS),
    show(answer) {
      neighbours.found.value = answer?.value;
    },
    rest: FOUND_REST_MS,
  });
}
