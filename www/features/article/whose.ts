// Whose figures they are: the input's, or, where there is none, those of a test digit that they take by themselves.

import type { ReadonlyState, State } from '../../app/store';
import { type Picture, pictureOf } from '../../app/uses/picture';
import { nameOfClass } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { count, sentences } from '../../ui/words';

export const encodingOf = ({ input, article }: ReadonlyState) =>
  input.encoding.value ?? article.digit.value?.encoding;

/** What a model is put to use on. */
export function subjectOf(state: State): () => Picture | undefined {
  const picture = pictureOf(state);
  return () => {
    const own = state.article.digit.value;
    return picture() ?? (own && { pixels: own.encoding.clean, classIndex: own.sample.label });
  };
}

/** What a figure says of it, and whose it is where it is not the input's. */
export function said(state: ReadonlyState, reading: string): string {
  const own = state.article.digit.value;
  if (!own) return reading;
  const { index, label } = own.sample;
  return sentences(reading, text.value.article.own(count(index), nameOfClass(label)));
}
