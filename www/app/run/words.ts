// Runs in words.

import type { Position, RunConfig } from '../../engine/protocol';
import { text } from '../../ui/text';
import { count, MINUS, nats } from '../../ui/words';
import type { Course, Value } from '../settings/course';
import { differences } from '../settings/differences';
import type { KeptRun, RunName } from './kept';
import type { Measured } from './state';

export interface Tested {
  test: Measured | undefined;
  epochTest: Measured | undefined;
  config: RunConfig;
  position: Position;
}

export const runNameWords = ({ number, given }: RunName) => given || text.value.runs.name(number);

/** The last figure on all test digits, else on some: of which step, where more were made since. */
export function runFigureWords({ test, epochTest, config, position }: Tested): string {
  const words = text.value.runs;
  const last = epochTest ?? test;
  if (!last) return words.untested;
  const images = count(last.images);
  const at = last.step < position.step ? words.atStep(count(last.step)) : '';
  return config.model.deterministic
    ? words.reconstruction(nats(last.terms.reconstruction), images, at)
    : words.figure(nats(last.terms.elbo), images, at);
}

/** For each run what sets it apart from the others, and what was changed on its way; empty where nothing is. */
export function differencesWords(runs: readonly Pick<Course, 'before' | 'texts'>[]): string[] {
  const { labels } = text.value.settings;
  return differences(runs).map((own) =>
    own.map(([field, values]) => `${labels[field]} ${valuesWords(field, values)}`).join(' · '),
  );
}

export const valueWords = (field: string, value: string) =>
  text.value.settings.options[field]?.[value] ?? value.replace('-', MINUS);

/** A setting's value, or those that it had one after the other. */
export function valuesWords(field: string, values: readonly Value[]): string {
  const said = values.map(({ text: value, since }) => ({
    value: valueWords(field, value),
    step: count(since),
  }));
  const [first, ...changes] = said;
  return first ? text.value.runs.course(first.value, changes) : '';
}

/** The kept runs by name, each with what sets it apart from the others. */
export function keptRunsWords(kept: readonly KeptRun[]): string[] {
  const differ = differencesWords(kept);
  return kept.map(({ name }, index) => [runNameWords(name), differ[index]].filter(Boolean).join(' · '));
}
