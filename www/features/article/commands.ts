// Decoding and encoding for the article's figures.

import { type Signal, signal } from '@preact/signals-core';
import type { ModelScope } from '../../app/model/scope';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import { isImage, isSameData, SITE_DATA } from '../../engine/data/spec';
import type { Sample } from '../../engine/protocol';
import type { Aside } from './state';

export type ArticleCommand =
  /** Points of the latent space to images, for the figure of this name: the newest ones replace those before. */
  | { do: 'decode aside'; by: string; points: Aside['points']; classIndex: number }
  /** For the figures, while there is no input: neither input nor z of the tool is touched. */
  | { do: 'encode aside'; sample: Sample };

interface Wanted {
  points: Aside['points'];
  classIndex: number;
}

export function articleCommands(
  state: State,
  model: Pick<ModelScope, 'follow' | 'onSize'>,
): Handlers<ArticleCommand> {
  const own = signal<Sample | undefined>(undefined);
  followOwn(own, state, model);
  const wantedBy = new Map<string, Signal<Wanted | undefined>>();
  return {
    'decode aside'({ by, points, classIndex }) {
      const wanted = wantedBy.get(by) ?? follow(by, state, model);
      wantedBy.set(by, wanted);
      wanted.value = { points, classIndex };
    },

    'encode aside'({ sample }) {
      own.value = sample;
    },
  };
}

function followOwn(
  own: Signal<Sample | undefined>,
  { article: { digit }, input, latent }: State,
  model: Pick<ModelScope, 'follow'>,
) {
  model.follow({
    whole: true,
    // A model of other data knows no such digit.
    inputs: ({ summary }) =>
      input.shown.value.kind === 'empty' && isSameData(summary.data, SITE_DATA) ? own.value : undefined,
    ask: (it, { pixels, label }) => it.input.encode(pixels, label),
    show(answer) {
      digit.value = answer && { sample: answer.inputs, encoding: answer.value, from: latent.z.peek() };
    },
  });
}

function follow(by: string, { article: { asides } }: State, model: Pick<ModelScope, 'follow' | 'onSize'>) {
  const wanted = signal<Wanted | undefined>(undefined);
  // They are no points of another space.
  model.onSize(() => {
    wanted.value = undefined;
  });
  model.follow({
    inputs: ({ summary }) => (isImage(summary.data) ? wanted.value : undefined),
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
