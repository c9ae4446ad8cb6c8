// The model that figures are of, as it is told apart from others when they come.

import { Stale } from '../../engine/explorer/questions';
import type { ModelConfig } from '../../engine/protocol';
import { text } from '../../ui/text';
import { count } from '../../ui/words';
import type { RunName } from '../run/kept';
import { runNameWords } from '../run/words';
import type { State } from '../store';
import type { Model } from './state';

export interface Subject {
  run: number;
  /** The run's name then, where it is a run's. */
  name: RunName | undefined;
  step: number;
  /** Whether it is the best of the run's models rather than the last. */
  best: boolean;
  file: string;
  model: ModelConfig;
  /** The key of the data set that it is shown on. */
  dataSet?: string | undefined;
}

/** The model that is shown. */
export function subjectOf(state: State): Subject | undefined {
  const model = state.model.shown.peek();
  if (!model) return undefined;
  const { run, step } = model;
  const of = { run, step, model: model.summary.config, dataSet: state.data.used.peek()?.key };
  if (run === 0) return { ...of, name: undefined, best: false, file: state.model.shipped.peek() };
  const kept = state.runs.kept.peek().find((kept) => kept.run === run);
  const { name, ending } = kept ?? { name: state.runs.name.peek(), ending: state.run.ending.peek() };
  return { ...of, name, best: ending === 'patience', file: '' };
}

/**
 * The model that a question is asked of, before it is: another one may be shown once the answer comes.
 * @throws {Stale} where another one is shown already.
 */
export function subjectAsked(state: State, model: Model): Subject {
  const subject = state.model.shown.peek()?.version === model.version ? subjectOf(state) : undefined;
  if (!subject) throw new Stale();
  return subject;
}

const isSame = (one: Subject, other: Subject | undefined) =>
  one.run === other?.run && one.step === other.step && one.file === other.file;

export function subjectWords({ name, step, best, file }: Subject, nameOf: (file: string) => string): string {
  const words = text.value.evaluation;
  if (!name) return words.shipped(nameOf(file));
  return (best ? words.best : words.atStep)(runNameWords(name), count(step));
}

/** Whether another model is shown by now; a signal's value where it is read in an effect. */
export function isStale(subject: Subject | undefined, state: State): boolean {
  state.model.shown.value;
  state.model.shipped.value;
  return subject !== undefined && !isSame(subject, subjectOf(state));
}
