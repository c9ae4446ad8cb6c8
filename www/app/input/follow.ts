// Keeps the input's encoding in step with the input, what is done to it, and the model.

import { batch } from '@preact/signals-core';
import type { Asked, OfModel } from '../../engine/explorer/questions';
import type { Corruption, Encoding } from '../../engine/protocol';
import { shownData } from '../../ui/shown-data';
import { conditionOf } from '../latent/condition';
import { fits } from '../latent/fits';
import { isWrittenAlike } from '../latent/vectors';
import type { ModelScope } from '../model/scope';
import type { State } from '../store';
import type { Input } from './state';

export function followEncoding(state: State, model: Pick<ModelScope, 'follow'>) {
  const condition = conditionOf(state);
  const { shown, corruption, encoding } = state.input;
  model.follow({
    whole: true,
    inputs() {
      const input = shown.value;
      // A test digit knows its class; that of other data is nothing to the model.
      const classIndex = input.kind === 'sample' ? input.label : condition.value;
      return fits(input, shownData.value) ? { input, classIndex, corruption: corruption.value } : undefined;
    },
    // A pad without ink has no encoding.
    ask: async (it, inputs) => ({ found: await encodingOf(it, inputs) }),
    show(answer) {
      if (answer) place(state, answer.value.found, answer.inputs.input);
      else encoding.value = undefined;
    },
  });
}

async function encodingOf(
  it: Asked<OfModel>,
  { input, classIndex, corruption }: { input: Input; classIndex: number; corruption: Corruption },
): Promise<Encoding | undefined> {
  if (input.kind === 'drawing') return it.input.draw(await input.ink(), input.side, classIndex, corruption);
  if (input.kind === 'items' || input.kind === 'text') return it.input.encode(input.pixels, classIndex);
  return input.kind === 'sample' ? it.input.encode(input.pixels, classIndex, corruption) : undefined;
}

function place({ input, latent }: State, encoding: Encoding | undefined, of: Input) {
  if (input.shown.peek().kind !== of.kind) return;
  batch(() => {
    input.encoding.value = encoding;
    if (!encoding) {
      // A pad without ink is no input: z stays, and follows nothing.
      latent.linked.value = false;
      return;
    }
    const z = Array.from(encoding.mu);
    // A link may have led there.
    latent.linked.value ||= isWrittenAlike(latent.z.peek(), z);
    if (!latent.linked.peek()) return;
    const since = of.kind === 'drawing' ? of.since : undefined;
    latent.z.value = z;
    latent.decoded.value = { z, pixels: encoding.reconstruction, since };
  });
}
