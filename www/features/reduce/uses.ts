// Codes beside principal components of the same images, compared a part at a time.

import type { Row } from '../../engine/protocol/uses';
import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';
import { TESTS, TRAININGS } from './counts';

const kept = keptSession(({ session, model }) => new session.build.ReduceSession(model.weights, TESTS));

export const uses = {
  /** Goes on by one part: the first test images, and axes found of the first training images. */
  async advance(of: OfUses) {
    const { data } = of.session;
    const [train, test] = [await data.first('train', TRAININGS), await data.first('t10k', TESTS)];
    const [images, least] = [test.length, of.session.build.SurveySession.needs('reduce').images];
    if (images < least) return { lack: { images, least } };
    return kept(of, async (session) => {
      const { done, all } = await session.advance(train, test);
      const rows: Row[] = done < all ? [] : session.report().rows;
      return { done, all, maps: session.maps(test), rows, trainings: train.length };
    });
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    reduce: typeof uses;
  }
}
