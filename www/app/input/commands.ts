// What the model is shown.

import { batch } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/clients/explorer';
import type { Sample } from '../../engine/protocol';
import { shownData } from '../../ui/shown-data';
import { given } from '../async/given';
import { fits } from '../latent/fits';
import type { Handlers } from '../send';
import type { State } from '../store';
import type { Drawing, Input, Trace } from './state';

export type InputCommand =
  /** `since` is the time stamp of the pointer event behind it. */
  | { do: 'draw'; ink: Drawing; side: number; since: number | undefined }
  | { do: 'clear' }
  /** Strokes appear on the empty pad, which draws them as it draws a person's. */
  | { do: 'sketch'; strokes: readonly Trace[] }
  /** z to the input's code again. */
  | { do: 'follow input' }
  /** The one of this index, else a random one; of a class, if one is named. */
  | { do: 'take test sample'; index?: number; ofClass?: number }
  | { do: 'take sample'; sample: Sample }
  /** A row of items, of which some are there. */
  | { do: 'choose items'; row: Uint8Array }
  /** A text as the data has them. */
  | { do: 'choose text'; pixels: Uint8Array };

export function inputCommands(state: State, explorer: ExplorerClient): Handlers<InputCommand> {
  let turn = 0;
  const setInput = (input: Input) =>
    batch(() => {
      turn++;
      state.latent.linked.value = input.kind !== 'empty';
      state.input.shown.value = input;
      if (input.kind === 'empty') state.input.encoding.value = undefined;
      if (input.kind !== 'drawing') state.input.classNamed.value = false;
    });
  const takeSample = (sample: Sample) =>
    batch(() => {
      state.latent.classIndex.value = sample.label;
      setInput({ kind: 'sample', ...sample });
    });

  return {
    draw: ({ ink, side, since }) => setInput({ kind: 'drawing', ink, side, since }),

    clear: () => setInput({ kind: 'empty' }),

    sketch({ strokes }) {
      if (strokes.length > 0 || state.input.sketch.peek().length > 0) state.input.sketch.value = strokes;
    },

    'follow input'() {
      const input = state.input.shown.peek();
      if (fits(input, shownData.peek())) setInput({ ...input });
    },

    /** Whatever else becomes the input while it is fetched stays. */
    async 'take test sample'({ index, ofClass }) {
      const mine = ++turn;
      await given(state.model.shown);
      const count = await explorer.ask((it) => it.data.openTest());
      state.data.testSamples.value = count;
      const chosen = index ?? Math.floor(Math.random() * count);
      const sample = await explorer.ask((it) => it.data.testSample(chosen, ofClass));
      if (mine === turn) takeSample(sample);
    },

    'take sample': ({ sample }) => takeSample(sample),

    'choose items': ({ row }) => setInput({ kind: 'items', pixels: row }),

    'choose text': ({ pixels }) => setInput({ kind: 'text', pixels }),
  };
}
