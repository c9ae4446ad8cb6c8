// Draws from a posterior.

import type { OfModel } from '../../engine/explorer/questions';
import type { SamplesOrder } from '../../engine/protocol';

export const explorer = {
  draw: ({ session, model }: OfModel, { mu, logVar, factor, count, seed, classIndex }: SamplesOrder) =>
    session.turns.take(() => model.session.posteriorDraws(mu, logVar, factor, count, seed, classIndex)),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    samples: typeof explorer;
  }
}
