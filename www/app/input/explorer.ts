// Encoding. A class, by its index, is for conditional models.

import type { OfModel } from '../../engine/explorer/questions';
import type { Corruption } from '../../engine/protocol';

const UNDAMAGED: Corruption = { damage: { kind: 'none' }, seed: 0 };

export const explorer = {
  encode: ({ model }: OfModel, pixels: Uint8Array, classIndex: number, { damage, seed } = UNDAMAGED) =>
    model.session.encode(pixels, classIndex, damage, seed),

  /** Nothing for a pad without ink. */
  draw: (
    { model }: OfModel,
    ink: Uint8Array,
    side: number,
    classIndex: number,
    { damage, seed } = UNDAMAGED,
  ) => model.session.draw(ink, side, classIndex, damage, seed),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    input: typeof explorer;
  }
}
