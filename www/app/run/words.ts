// Runs in words.

import type { Form, RunConfig } from '../../engine/protocol';
import { text } from '../../ui/text';
import { count, nats } from '../../ui/words';
import { differences } from '../settings/differences';
import type { RunName } from './kept';
import type { Measured } from './state';

export const runNameWords = ({ number, given }: RunName) => given || text.value.runs.name(number);

/** The last figure on test digits. */
export function runFigureWords({ test, config }: { test: Measured | undefined; config: RunConfig }): string {
  const words = text.value.runs;
  if (!test) return words.untested;
  const images = count(test.images);
  return config.model.deterministic
    ? words.reconstruction(nats(test.terms.reconstruction), images)
    : words.figure(nats(test.terms.elbo), images);
}

/** For each run what sets it apart from the others. */
export function differencesWords(runs: readonly Form[]): string[] {
  const { labels, options } = text.value.settings;
  return differences(runs).map((own) => {
    if (own.length === 0) return text.value.runs.alike;
    return own.map(([field, value]) => `${labels[field]} ${options[field]?.[value] ?? value}`).join(' · ');
  });
}
