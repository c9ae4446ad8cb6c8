// Ways of writing, found in codes.

import type { OfModel } from '../../engine/explorer/questions';
import type { Codes } from '../../engine/protocol';

export const explorer = {
  /** The directions of the attributes, found from the codes of the first test digits. */
  find: async ({ session: { data } }: OfModel, { mu, logVar, factor }: Codes, latentSize: number) =>
    (await data.get('t10k')).directions(mu, logVar, factor, latentSize),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    directions: typeof explorer;
  }
}
