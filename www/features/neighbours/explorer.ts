// The training digits whose codes are near.

import type { Latent } from '../../engine/build';
import { fetchFirstSamples } from '../../engine/explorer/first-samples';
import { AT_ONCE, inParts, joined, joinedCodes } from '../../engine/explorer/parts';
import type { OfModel } from '../../engine/explorer/questions';
import type { Session } from '../../engine/explorer/session';
import type { Codes, Neighbours } from '../../engine/protocol';
import { nearest } from './nearest';

/** Digits encoded between two tellings, a multiple of those at once. */
const TOLD_EVERY = 200;

/** The first training digits, and their codes by one model. */
let training: Promise<Latent.Dataset> | undefined;
let encoded: { version: number; codes: Codes } | undefined;

export const explorer = {
  /** Keeps the codes of the first `count` training digits, and tells how many are encoded; answers with their number. */
  async encode({ session, model }: OfModel, count: number, tell: (done: number) => void) {
    const samples = await firstSamples(session, count);
    const all = Math.min(count, samples.length);
    // A turn for each part: maps come in between.
    const some = await inParts(all, AT_ONCE, (start, size) => {
      if (start % TOLD_EVERY === 0) tell(start);
      return session.turns.take(() => model.session.codes(samples, start, size));
    });
    encoded = { version: model.version, codes: joinedCodes(some) };
    return all;
  },

  /** Of the digits that the model of this version encoded those whose means are the nearest; none of another's. */
  async nearest(
    { session }: OfModel,
    version: number,
    z: Float32Array,
    count: number,
  ): Promise<Neighbours | undefined> {
    if (encoded?.version !== version) return undefined;
    const samples = nearest(encoded.codes, z, count);
    const all = await firstSamples(session, count);
    return { samples, images: joined(samples.map(({ index }) => all.pixels(index))) };
  },
};

/** Fetched at the first time; a failure is forgotten, so that it can be tried again. */
function firstSamples({ build, base }: Session, count: number): Promise<Latent.Dataset> {
  training ??= fetchFirstSamples(build, base, 'train', count);
  training.catch(() => {
    training = undefined;
  });
  return training;
}

declare module '../../engine/explorer/questions' {
  interface Questions {
    neighbours: typeof explorer;
  }
}
