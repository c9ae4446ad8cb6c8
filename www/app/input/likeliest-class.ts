// What a conditional model is told of a drawing: the class under which it finds it likeliest, until a person names one.

import type { Asked, OfModel } from '../../engine/explorer/questions';
import type { Corruption } from '../../engine/protocol';
import type { ModelScope } from '../model/scope';
import type { State } from '../store';
import type { Input } from './state';

interface Inputs {
  input: Extract<Input, { kind: 'drawing' }>;
  corruption: Corruption;
  classes: number;
}

/** A model in training may say something else several times a second. */
const REST_MS = 300;

export function followClass({ input, latent }: State, model: Pick<ModelScope, 'follow'>) {
  model.follow<Inputs, number>({
    whole: true,
    rest: REST_MS,
    inputs({ summary: { config, data } }) {
      const drawing = input.shown.value;
      // Where z has left the drawing, the class is that of z.
      const isGuessed = config.conditional && latent.linked.value && !input.classNamed.value;
      if (!isGuessed || drawing.kind !== 'drawing') return undefined;
      return { input: drawing, corruption: input.corruption.value, classes: data.classes.length };
    },
    ask: (it, inputs, { overtaken }) => likeliest(it, inputs, overtaken),
    show(answer) {
      if (answer?.inputs.input === input.shown.peek()) latent.classIndex.value = answer.value;
    },
  });
}

/** One question a class: a hand that goes on drawing waits for one of them at most. */
async function likeliest(
  it: Asked<OfModel>,
  { input, corruption, classes }: Inputs,
  overtaken: AbortSignal,
): Promise<number | undefined> {
  const ink = await input.ink();
  let best: { elbo: number; classIndex: number } | undefined;
  for (let classIndex = 0; classIndex < classes; classIndex++) {
    const encoding = await it.input.draw(ink, input.side, classIndex, corruption);
    if (overtaken.aborted || !encoding) return undefined;
    const { elbo } = encoding.terms;
    if (!best || elbo > best.elbo) best = { elbo, classIndex };
  }
  return best?.classIndex;
}
