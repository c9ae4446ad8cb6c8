// What is said above the list: what is kept, what is not, and what went without being asked to go.

import { runNameWords } from '../../app/run/words';
import type { ReadonlyState } from '../../app/store';
import { text } from '../../ui/text';
import { decimal, sentences } from '../../ui/words';
import { MOST_RUNS } from './oldest';
import type { SavedRun } from './state';

const MEGABYTE = 1e6;

export const sizeWords = (bytes: number) => text.value.saved.megabytes(decimal(bytes / MEGABYTE, 1));

export function listWords({ saved }: Pick<ReadonlyState, 'saved'>): string {
  const words = text.value.saved;
  const runs = saved.runs.value ?? [];
  const leftOut = saved.leftOut.value;
  const wrong = saved.trouble.value;
  const bytes = runs.reduce((sum, run) => sum + run.bytes, 0);
  const kept = runs.length > 0 ? words.kept(runs.length, sizeWords(bytes)) : words.none;
  return sentences(
    named(saved.gone.value, words.goneElsewhere),
    named(saved.dropped.value, (names) => words.dropped(names, MOST_RUNS)),
    leftOut && words.leftOut(runNameWords(leftOut.name), leftOut.moments),
    wrong ? words.trouble[wrong] : kept,
  );
}

const named = (runs: readonly SavedRun[], say: (names: readonly string[]) => string) =>
  runs.length > 0 ? say(runs.map(({ name }) => runNameWords(name))) : undefined;
