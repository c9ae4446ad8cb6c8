// What a text is made of, what is thought of it, and what else is likely at its place.

import type { Split } from '../../engine/protocol';
import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';
import type { Bag } from './row';

const kept = keptSession(({ session, model }) => new session.build.WordsSession(model.weights));

export const uses = {
  /** The model's words in it, and others. */
  bagOf: ({ model }: OfUses, text: string) => model.session.bagOf(text),

  /** The likeliest words at z, but these. */
  also: ({ model }: OfUses, z: readonly number[], but: readonly number[], count: number) =>
    model.session.likeliest(Float32Array.from(z), Uint32Array.from(but), count).suggestions,

  /** Encodes some training texts more; asked once more after the last of them it learns their classes. */
  async learn(of: OfUses) {
    const texts = await of.session.data.get('train');
    return kept(of, (session) => session.learn(texts));
  },

  opinion: (of: OfUses, { items, counts }: Bag, most: number) =>
    kept(of, (session) => session.opinion(Uint32Array.from(items), Uint8Array.from(counts), most)),

  /** Training texts, with their classes. */
  async near({ session }: OfUses, indices: readonly number[]) {
    const [lines, samples] = await Promise.all([session.data.texts('train'), session.data.get('train')]);
    return indices.map((index) => ({ text: plain(lines[index]), label: samples.label(index) }));
  },

  async textOf({ session }: OfUses, split: Split, index: number) {
    return plain((await session.data.texts(split))[index]);
  },
};

/** Without the line breaks of HTML, which reviews are full of. */
const plain = (text = '') => text.replace(/<br\s*\/?>/gi, ' ').replace(/\s+/g, ' ');

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    words: typeof uses;
  }
}
