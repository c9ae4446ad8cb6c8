// Codes beside principal components of the same images, compared a part at a time.

import type { Row } from '../../engine/protocol/uses';
import type { OfUses } from '../../engine/uses/questions';

type Session = InstanceType<OfUses['session']['build']['ReduceSession']>;

/** The comparison under way: of one model at a time. */
let current: { model: OfUses['model']; session: Session } | undefined;

function sessionOf({ model, session: { build } }: OfUses, limit: number): Session {
  if (current?.model !== model) {
    current?.session.free();
    current = undefined;
    current = { model, session: new build.ReduceSession(model.weights, limit) };
  }
  return current.session;
}

export const uses = {
  /** Goes on by one part: the first test images, and axes found of the first training images. */
  async advance(of: OfUses, tests: number, trainings: number) {
    const { data } = of.session;
    const [train, test] = [await data.first('train', trainings), await data.first('t10k', tests)];
    const session = sessionOf(of, tests);
    const { done, all } = await session.advance(train, test);
    const rows: Row[] = done < all ? [] : session.report().rows;
    return { done, all, maps: session.maps(test), rows };
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    reduce: typeof uses;
  }
}
