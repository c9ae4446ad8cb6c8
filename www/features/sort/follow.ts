// Sorts the picture once the training images are encoded, then finds groups, and what few labels are worth.

import { effect } from '@preact/signals-core';
import { CODES } from '../../app/codes/state';
import type { Page } from '../../app/page';
import type { State } from '../../app/store';
import { pictureOf } from '../../app/uses/picture';
import type { AskedOfUses } from '../../engine/clients/uses';
import type { Encoded, Told } from '../../engine/protocol/uses';
import { followHand } from './by-hand/follow';
import { learnAll } from './learn';
import { type Found, isLearnt, type OfModel } from './state';

/** A model in training changes several times a second: this takes as long as it does. */
const REST_MS = 3000;
/** Labels that are few, and choices of them, over which is averaged; all that are known are there once. */
const FEW = [10, 100, 1000];
const CHOICES = 5;

export function follow(page: Pick<Page, 'state' | 'uses'>) {
  followPicture(page);
  followModel(page);
  followHand(page);
  colourCodes(page.state);
}

function colourCodes({ sort, codes }: State) {
  effect(() => {
    const grouped = sort.ofModel.value?.grouped;
    const by = sort.colouredBy.value;
    codes.groups.value = by === 'class' ? undefined : grouped?.[by];
  });
}

function followPicture({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { found, waits } = state.sort;
  const picture = pictureOf(state);
  uses.follow<{ pixels: Uint8Array | undefined }, Found>({
    use: 'sort',
    inputs: () => ({ pixels: picture()?.pixels }),
    async ask(it, { pixels }, asking) {
      if (asking.model.summary.config.conditional) return byLikelihood(it, pixels);
      const { overtaken, part } = asking;
      const tell = (encoded: Encoded) => part({ encoded, sorted: [], nearest: [] });
      const encoded = await learnAll(it, overtaken, tell);
      if (!encoded || !pixels) return encoded && { encoded, sorted: [], nearest: [] };
      const { neighbours, probe, images, labels } = await it.sort.classOf(pixels);
      return {
        encoded,
        sorted: [
          { by: 'neighbours', confidences: neighbours },
          { by: 'probe', confidences: probe },
        ],
        nearest: images.map((pixels, index) => ({ pixels, label: labels[index] ?? 0 })),
      };
    },
    show(answer) {
      found.value = answer?.value;
    },
    waiting(now, rests) {
      waits.value = now && !rests;
    },
    restWithSameInputs: REST_MS,
  });
}

/** A conditional model's codes are told the class: the model itself says which makes the picture likeliest. */
async function byLikelihood({ sort }: AskedOfUses, pixels: Uint8Array | undefined): Promise<Found> {
  const confidences = pixels && [...(await sort.likeliest(pixels))];
  return {
    encoded: { done: 0, all: 0 },
    sorted: confidences ? [{ by: 'likeliest', confidences }] : [],
    nearest: [],
  };
}

function followModel({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { found, ofModel } = state.sort;
  uses.follow<string, OfModel>({
    use: 'sort',
    inputs: ({ summary }) => (isLearnt(found.value, summary.config) ? 'learnt' : undefined),
    key: (learnt) => learnt,
    async ask(it, _, { model: { version }, overtaken, part }) {
      const { sort } = it;
      // The picture may have been sorted by another version.
      const encoded = await learnAll(it, overtaken);
      if (!encoded) return undefined;
      const grouped = await sort.groups(CODES);
      const few: Told[] = [];
      part({ version, grouped, few });
      for (const labels of [...FEW.filter((labels) => labels < encoded.all), 0]) {
        const told: Told[] = [];
        for (let seed = 0; seed < (labels === 0 ? 1 : CHOICES); seed++) {
          if (overtaken.aborted) return undefined;
          told.push(await sort.few(labels, seed));
        }
        few.push(meanOf(told));
        part({ version, grouped, few: [...few] });
      }
      return { version, grouped, few };
    },
    show(answer) {
      ofModel.value = answer?.value;
    },
    restWithSameInputs: REST_MS,
    stays: true,
  });
}

function meanOf(told: readonly Told[]): Told {
  const mean = (of: (one: Told) => number) => told.reduce((sum, one) => sum + of(one) / told.length, 0);
  return {
    labels: Math.round(mean(({ labels }) => labels)),
    neighbours: mean(({ neighbours }) => neighbours),
    probe: mean(({ probe }) => probe),
  };
}
