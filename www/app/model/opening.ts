import type { Hear } from '../../engine/download';
import { sumOf } from '../../engine/sums';
import type { State } from '../store';

/** What the first digit waits for. */
const PATHS = { module: 'wasm/cpu/latent_bg.wasm', decoder: 'models/mnist-2d.decoder.part' } as const;

/** Hears of them, and says how many bytes of all have come. */
export function hearingOf({ model }: State): (what: keyof typeof PATHS) => Hear {
  const parts = { module: 0, decoder: 0 };
  const of = Object.values(PATHS).reduce((sum, path) => sum + (sumOf(path)?.bytes ?? 0), 0);
  return (what) => (came) => {
    parts[what] = came;
    if (model.opening.peek() !== 'failed') model.opening.value = { came: parts.module + parts.decoder, of };
  };
}
