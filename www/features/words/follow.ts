// Reads a text anew while it is typed, and what is said of it with each move of z.

import { effect } from '@preact/signals-core';
import { isSame } from '../../app/async/same';
import type { Page } from '../../app/page';
import { rests } from '../../app/uses/rests';
import type { AskedOfUses } from '../../engine/clients/uses';
import { shownData } from '../../ui/shown-data';
import { type Bag, bagOf, rowOf } from './row';
import { isTooLong, type Near, type Reading, type Taken } from './state';

const ALSO = 20;
const BECAUSE = 8;
const NEAR = 5;
/** A model in training changes several times a second. */
const REST_MS = 2000;

type Given = Pick<Page, 'state' | 'uses' | 'send'>;

export function follow(page: Given) {
  followTyped(page);
  followTaken(page);
  followReading(page);
}

/** What is typed becomes the input, word by word. */
function followTyped({ state, uses, send }: Given) {
  const { typed, found } = state.words;
  uses.follow<string, Awaited<ReturnType<AskedOfUses['words']['bagOf']>>>({
    use: 'words',
    inputs: () => (isTooLong(typed.value) ? undefined : typed.value.trim() || undefined),
    key: (text) => text,
    ask: (it, text) => it.words.bagOf(text),
    show(answer) {
      found.value = answer?.value;
      if (!answer) return;
      const data = shownData.peek();
      const { items, counts } = answer.value;
      // Another version of the model asks again, and z may have been moved meanwhile.
      if (isSame(bagOf(state.input.shown.peek(), data), { items, counts })) return;
      if (items.length === 0) send({ do: 'clear' });
      else send({ do: 'choose items', row: rowOf({ items, counts }, data) });
    },
    restWithSameInputs: REST_MS,
  });
  // Another text takes the place of what was typed.
  effect(() => {
    if (state.input.shown.value.kind === 'sample') typed.value = '';
  });
}

/** Of a sample the text itself is fetched. */
function followTaken({ state, uses }: Given) {
  uses.follow<Pick<Taken, 'split' | 'index'>, Taken>({
    use: 'words',
    inputs() {
      const input = state.input.shown.value;
      return input.kind === 'sample' ? { split: input.split, index: input.index } : undefined;
    },
    ask: async (it, { split, index }) => ({ split, index, text: await it.words.textOf(split, index) }),
    show(answer) {
      state.words.taken.value = answer?.value;
    },
    restWithSameInputs: REST_MS,
  });
}

interface Inputs {
  bag: Bag;
  z: readonly number[];
  ofText: boolean;
}

function followReading({ state, uses }: Given) {
  const { reading } = state.words;
  uses.follow<Inputs, Reading>({
    use: 'words',
    inputs() {
      const { z, linked } = state.latent;
      const bag = bagOf(state.input.shown.value, shownData.value);
      return { bag, z: z.value, ofText: linked.value && bag.items.length > 0 };
    },
    async ask(it, { bag, z, ofText }, { overtaken, part }) {
      const also = await it.words.also(z, bag.items, ALSO);
      part({ ofText, also });
      if (!ofText || !(await rests(overtaken)) || !(await learnAll(it, overtaken))) return { ofText, also };
      const opinion = await it.words.opinion(bag, BECAUSE);
      part({ ofText, also, opinion });
      const near: readonly Near[] = await it.words.near(opinion.nearest.slice(0, NEAR));
      return { ofText, also, opinion, near };
    },
    show(answer) {
      reading.value = answer?.value;
    },
    restWithSameInputs: REST_MS,
  });
}

/** Whether the training texts' codes are known; each version of a model has its own. */
async function learnAll({ words }: AskedOfUses, overtaken: AbortSignal): Promise<boolean> {
  for (;;) {
    const { done, all } = await words.learn();
    if (done === all) {
      // The probe learns when all are there.
      await words.learn();
      return true;
    }
    if (overtaken.aborted) return false;
  }
}
