// Decoding. A class, by its index, is for conditional models.

import { AT_ONCE, inParts } from '../../engine/explorer/parts';
import type { OfModel } from '../../engine/explorer/questions';
import { joined } from '../../engine/joined';

export const explorer = {
  /** One point: overtakes all that takes longer. */
  decode: ({ model }: OfModel, z: Float32Array, classIndex: number) =>
    model.session.decode(z, z.length, classIndex),

  /** Points `[N, latentSize]` to N images, one after the other. */
  decodeAll({ session, model }: OfModel, points: Float32Array, latentSize: number, classIndex: number) {
    const work = (start: number, size: number) =>
      model.session.decode(
        points.slice(start * latentSize, (start + size) * latentSize),
        latentSize,
        classIndex,
      );
    return session.turns.take(async () => joined(await inParts(points.length / latentSize, AT_ONCE, work)));
  },
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    latent: typeof explorer;
  }
}
