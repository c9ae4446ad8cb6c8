// Decoding for figures beside the tool.

import { latest } from '../../app/latest';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { Aside } from './state';

export type ArticleCommand =
  /** Points of the latent space to images, for the figure of this name: its newest wish replaces those before. */
  { do: 'decode aside'; by: string; points: Aside['points']; digitClass: number };

type Report = (error: unknown) => void;

export function articleCommands(
  state: State,
  explorer: ExplorerClient,
  report: Report,
): Handlers<ArticleCommand> {
  const decoders = new Map<string, ReturnType<typeof decoderOf>>();
  return {
    'decode aside'({ by, points, digitClass }) {
      const decode = decoders.get(by) ?? decoderOf(by, state, explorer, report);
      decoders.set(by, decode);
      decode(points, digitClass);
    },
  };
}

function decoderOf(by: string, state: State, explorer: ExplorerClient, report: Report) {
  const fits = (points: Aside['points']) => points[0]?.length === state.latent.z.peek().length;
  return latest(
    async (points: Aside['points'], digitClass: number) => {
      // Another model may have come since.
      if (!fits(points)) return undefined;
      const flat = Float32Array.from(points.flat());
      return explorer.ask((it) => it.decodeAll(flat, points[0]?.length ?? 0, digitClass));
    },
    (pixels, points) => {
      if (pixels && fits(points))
        state.article.asides.value = new Map(state.article.asides.value).set(by, { points, pixels });
    },
    report,
  );
}
