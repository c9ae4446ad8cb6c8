// What went wrong, in words for pages of others: set-up is not theirs.

import { problems } from '../../engine/failure/en';
import { failureOf, failureWords } from '../../engine/failure/failure';

export type Problems = typeof problems;

export const elsewhere = (words: Problems): Problems => ({
  ...words,
  missing: (path, status) => words.missing(path, status, false),
});

export const english = elsewhere(problems);

/** With its failure as data, for other languages. */
export function inWords(error: unknown): Error {
  const failure = failureOf(error);
  return Object.assign(new Error(failureWords(failure, english)), { failure });
}
