// Writes anew with each move of z, and says of each text that is read what the model expected of it.

import { conditionOf } from '../../app/latent/condition';
import type { Page } from '../../app/page';
import { shownData } from '../../ui/shown-data';
import { written } from './written';

const BEAMS = 5;
const DRAWN = 8;
/** Characters that are named beside the one that stands there. */
const BESIDES = 3;
/** What follows the hand first is the text at z itself. */
const REST_MS = 60;
/** A model in training changes several times a second. */
const SAME_INPUTS_MS = 1000;

export function followTexts({ state, model }: Pick<Page, 'state' | 'model'>) {
  const condition = conditionOf(state);
  const { texts, latent } = state;
  model.follow({
    inputs: () => ({
      z: latent.z.value,
      classIndex: condition.value,
      drawing: { count: DRAWN, temperature: texts.temperature.value, seed: texts.seed.value },
    }),
    key: (inputs) => JSON.stringify(inputs),
    ask: async (it, { z, classIndex, drawing }) => ({
      best: await it.texts.best(z, classIndex, BEAMS),
      drawn: await it.texts.draw(z, classIndex, drawing),
    }),
    show(answer) {
      texts.written.value = answer?.value;
    },
    rest: REST_MS,
    restWithSameInputs: SAME_INPUTS_MS,
  });
  model.follow({
    inputs() {
      const text = written(state.input.shown.value, shownData.value);
      return text ? { text, z: latent.z.value, classIndex: condition.value } : undefined;
    },
    key: (inputs) => JSON.stringify(inputs),
    ask: (it, { text, z, classIndex }) => it.texts.expected(text, z, classIndex, BESIDES),
    show(answer) {
      texts.expected.value = answer?.value ?? [];
    },
    rest: REST_MS,
    restWithSameInputs: SAME_INPUTS_MS,
  });
}
