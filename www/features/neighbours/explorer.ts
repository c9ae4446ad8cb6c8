// The training digits whose codes are near.

import { wrap } from 'comlink';
import type { Latent } from '../../engine/build';
import { AT_ONCE, inParts, joinedCodes } from '../../engine/explorer/parts';
import type { OfModel } from '../../engine/explorer/questions';
import { joined } from '../../engine/joined';
import type { Codes, Neighbours } from '../../engine/protocol';
import { nearest } from './nearest';

/** Digits encoded between two tellings, a multiple of those at once. */
const TOLD_EVERY = 200;

/** The first training samples, and their codes by one model. */
let encoded: { version: number; samples: Latent.Dataset; codes: Codes } | undefined;

export const explorer = {
  /** Keeps the codes of the first `count` training digits, and tells by the port how many are encoded; answers with their number. */
  async encode({ session, model }: OfModel, count: number, port: MessagePort) {
    const tell = wrap<(done: number) => void>(port);
    const samples = await session.data.first('train', count);
    const all = Math.min(count, samples.length);
    // A turn for each part: maps come in between.
    const some = await inParts(all, AT_ONCE, (start, size) => {
      if (start % TOLD_EVERY === 0) tell(start);
      return session.turns.take(() => model.session.codes(samples, start, size));
    });
    encoded = { version: model.version, samples, codes: joinedCodes(some) };
    return all;
  },

  /** Of the digits that the model of this version encoded those whose means are the nearest; none of another's. */
  async nearest(
    _: OfModel,
    version: number,
    z: Float32Array,
    count: number,
  ): Promise<Neighbours | undefined> {
    if (encoded?.version !== version) return undefined;
    const { samples: all, codes } = encoded;
    const samples = nearest(codes, z, count);
    return { samples, images: joined(samples.map(({ index }) => all.pixels(index))) };
  },
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    neighbours: typeof explorer;
  }
}
