// Suggests anew with each item that is liked, and each move of z.

import { isSame } from '../../app/async/same';
import type { Page } from '../../app/page';
import { shownData } from '../../ui/shown-data';
import { likedOf } from './liked';
import type { Suggested } from './state';

const SUGGESTIONS = 20;
const REASONS = 2;
/** Items to choose from, where nothing is looked for. */
const COMMONEST = 60;
/** A model in training changes several times a second. */
const REST_MS = 1000;

interface Inputs {
  liked: readonly number[];
  /** Where z was moved to; nothing where it is what is liked that counts. */
  z: readonly number[] | undefined;
}

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { suggested, commonest } = state.recommend;
  uses.follow<Inputs, Suggested & { commonest: readonly number[] }>({
    use: 'recommend',
    inputs() {
      const { z, linked } = state.latent;
      return {
        liked: likedOf(state.input.shown.value, shownData.value),
        z: linked.value ? undefined : z.value,
      };
    },
    async ask(it, { liked, z }, { model }) {
      const middle = new Array<number>(model.summary.config.latentSize).fill(0);
      const suggestions = await (z
        ? it.recommend.likeliest(z, liked, SUGGESTIONS)
        : it.recommend.suggest(liked, SUGGESTIONS, REASONS));
      const found = await it.recommend.likeliest(middle, [], COMMONEST);
      return { ofLikes: !z, suggestions, commonest: found.map(({ item }) => item) };
    },
    show(answer) {
      suggested.value = answer?.value;
      const found = answer?.value.commonest ?? [];
      if (!isSame(found, commonest.peek())) commonest.value = found;
    },
    restWithSameInputs: REST_MS,
  });
}
