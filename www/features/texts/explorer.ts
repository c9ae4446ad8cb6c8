// What a model of texts writes at a point, and what it expects of a text.

import type { OfModel } from '../../engine/explorer/questions';

export interface Drawing {
  count: number;
  temperature: number;
  seed: number;
}

export const explorer = {
  /** The likeliest texts that a beam of so many finds. */
  best: ({ model }: OfModel, z: readonly number[], classIndex: number, beams: number) =>
    model.session.bestTexts(Float32Array.from(z), classIndex, beams).texts,

  draw: (
    { model }: OfModel,
    z: readonly number[],
    classIndex: number,
    { count, temperature, seed }: Drawing,
  ) => model.session.drawTexts(Float32Array.from(z), classIndex, count, temperature, seed).texts,

  expected: ({ model }: OfModel, written: string, z: readonly number[], classIndex: number, most: number) =>
    model.session.expectedCharacters(written, Float32Array.from(z), classIndex, most).places,
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    texts: typeof explorer;
  }
}
