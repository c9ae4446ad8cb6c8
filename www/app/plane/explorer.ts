// Maps of the latent space.

import type { Latent } from '../../engine/build';
import type { OfModel } from '../../engine/explorer/questions';
import type { Session } from '../../engine/explorer/session';
import { joined } from '../../engine/joined';
import { macrotask } from '../../engine/macrotask';
import type { Grid, MapView } from '../../engine/protocol';

/** How many maps were asked for. */
let maps = 0;

export const explorer = {
  /** Row by row, so that a decode under the pointer waits for one row at most; nothing for tiles that were given up. */
  map({ session, model }: OfModel, { view, classIndex, passing }: Grid) {
    const order = ++maps;
    const wanted = () => !passing || order === maps;
    return session.turns.take(() => rowsOf(model.session, view, classIndex, wanted));
  },

  /** The map of the model that is shown; asking for it gives up no other tiles. */
  mapBeside: ({ session, model }: OfModel, { view, classIndex }: Omit<Grid, 'passing'>) =>
    session.turns.take(() => rowsOf(model.session, view, classIndex)),

  /** The map of another model. */
  mapOf: (session: Session, { view, classIndex }: Omit<Grid, 'passing'>, weights: Uint8Array) =>
    session.turns.take(async () => {
      const other = new session.build.Explorer(weights);
      try {
        return await rowsOf(other, view, classIndex);
      } finally {
        other.free();
      }
    }),

  /** Of points `[N, latentSize]`. */
  principalAxes: ({ session: { build } }: OfModel, points: Float32Array, latentSize: number) =>
    build.principalAxes(points, latentSize),
};

async function rowsOf(explorer: Latent.Explorer, view: MapView, classIndex: number): Promise<Uint8Array>;
async function rowsOf(
  explorer: Latent.Explorer,
  view: MapView,
  classIndex: number,
  wanted: () => boolean,
): Promise<Uint8Array | undefined>;
async function rowsOf(
  explorer: Latent.Explorer,
  view: MapView,
  classIndex: number,
  wanted = () => true,
): Promise<Uint8Array | undefined> {
  const strips: Uint8Array[] = [];
  for (let row = 0; row < view.up.length; row++) {
    if (!wanted()) return undefined;
    strips.push(await explorer.mapRow(view, row, classIndex));
    await macrotask();
  }
  return joined(strips);
}

declare module '../../engine/explorer/questions' {
  interface Questions {
    plane: typeof explorer;
  }
}
