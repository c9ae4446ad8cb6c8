// Decoding for the article's figures.

import { type Signal, signal } from '@preact/signals-core';
import type { ModelScope } from '../../app/model/scope';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { Aside } from './state';

export type ArticleCommand =
  /** Points of the latent space to images, for the figure of this name: the newest ones replace those before. */
  { do: 'decode aside'; by: string; points: Aside['points']; classIndex: number };

interface Wanted {
  points: Aside['points'];
  classIndex: number;
}

export function articleCommands(
  state: State,
  model: Pick<ModelScope, 'follow' | 'onSize'>,
): Handlers<ArticleCommand> {
  const wantedBy = new Map<string, Signal<Wanted | undefined>>();
  return {
    'decode aside'({ by, points, classIndex }) {
      const wanted = wantedBy.get(by) ?? follow(by, state, model);
      wantedBy.set(by, wanted);
      wanted.value = { points, classIndex };
    },
  };
}

function follow(by: string, { article: { asides } }: State, model: Pick<ModelScope, 'follow' | 'onSize'>) {
  const wanted = signal<Wanted | undefined>(undefined);
  // They are no points of another space.
  model.onSize(() => {
    wanted.value = undefined;
  });
  model.follow({
    inputs: () => wanted.value,
    ask: (it, { points, classIndex }) =>
      it.latent.decodeAll(Float32Array.from(points.flat()), points[0]?.length ?? 0, classIndex),
    show(answer) {
      const others = new Map(asides.peek());
      others.delete(by);
      asides.value = answer ? others.set(by, { points: answer.inputs.points, pixels: answer.value }) : others;
    },
  });
  return wanted;
}
