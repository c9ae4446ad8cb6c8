// The text that somebody types, the model's words in it, and what the model reads in it.

import { signal } from '@preact/signals-core';
import type { Split } from '../../engine/protocol';
import type { Bag, Opinion, Suggestion } from '../../engine/protocol/uses';

/** As the crate has it: many pages. */
export const MOST_LETTERS = 100_000;
export const isTooLong = (text: string) => text.length > MOST_LETTERS;

/** A training text near by. */
export interface Near {
  text: string;
  label: number;
}

export interface Reading {
  /** Whether it is of the text, or of the point that z was moved to. */
  ofText: boolean;
  /** The likeliest words at z beside those of the text. */
  also: readonly Suggestion[];
  /** Of a text alone, and once the training texts are known. */
  opinion?: Opinion;
  near?: readonly Near[];
}

/** The text of a sample. */
export interface Taken {
  split: Split;
  index: number;
  text: string;
}

export const wordsState = () => ({
  /** What stands in the field. */
  typed: signal(''),
  /** What the model knows of it. */
  found: signal<Bag | undefined>(undefined),
  taken: signal<Taken | undefined>(undefined),
  reading: signal<Reading | undefined>(undefined),
});
