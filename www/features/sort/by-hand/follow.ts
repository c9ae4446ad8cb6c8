// What the labels are worth that a person asked for, one after the other.

import { effect } from '@preact/signals-core';
import type { Page } from '../../../app/page';
import type { ToldBeside } from '../../../engine/protocol/uses';
import { learnAll } from '../learn';
import { type ByHand, isLearnt } from '../state';
import { counted } from './counted';

/** Training images on the map. */
const PLACED = 1000;
/** A model in training changes several times a second: this takes as long as it does. */
const REST_MS = 3000;

export function followHand({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { found, chosen, byHand } = state.sort;
  forgetWithData();
  /** By the first labels, of this model. */
  let known = { version: -1, told: new Map<string, ToldBeside>() };

  uses.follow<readonly number[], ByHand>({
    use: 'sort',
    inputs: ({ summary }) => (isLearnt(found.value, summary.config) ? chosen.value : undefined),
    key: (chosen) => chosen.join(),
    async ask(it, chosen, { model: { version }, overtaken, part }) {
      const { sort } = it;
      if (!(await learnAll(it, overtaken))) return undefined;
      if (known.version !== version) known = { version, told: new Map() };
      const firsts = counted(chosen.length).map((labels) => chosen.slice(0, labels));
      const told = () => firsts.flatMap((first) => known.told.get(first.join()) ?? []);
      const pictures = await sort.pictures(chosen);
      const map = { ...(await sort.places(PLACED)), chosen, pictures };
      part({ ...map, told: told() });
      while (firsts.length > 0 && !(await sort.compare())) if (overtaken.aborted) return undefined;
      for (const first of firsts) {
        if (overtaken.aborted) return undefined;
        const key = first.join();
        if (known.told.has(key)) continue;
        known.told.set(key, await sort.byHand(first));
        part({ ...map, told: told() });
      }
      return { ...map, told: told() };
    },
    show(answer) {
      byHand.value = answer?.value;
    },
    restWithSameInputs: REST_MS,
    stays: true,
  });

  /** They are labels of its images. */
  function forgetWithData() {
    let key = state.data.used.peek()?.key;
    effect(() => {
      const now = state.data.used.value?.key;
      if (now !== key) chosen.value = [];
      key = now;
    });
  }
}
