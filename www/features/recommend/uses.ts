// What somebody would like too, and what a point of the latent space stands for.

import type { OfUses } from '../../engine/uses/questions';

export const uses = {
  suggest: ({ model }: OfUses, liked: readonly number[], count: number, reasons: number) =>
    model.session.suggest(Uint32Array.from(liked), count, reasons).suggestions,

  likeliest: ({ model }: OfUses, z: readonly number[], liked: readonly number[], count: number) =>
    model.session.likeliest(Float32Array.from(z), Uint32Array.from(liked), count).suggestions,
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    recommend: typeof uses;
  }
}
