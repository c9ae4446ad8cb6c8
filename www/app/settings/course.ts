// What a run was trained with: what applies at once may have changed on its way.

import type { Form, RunConfig } from '../../engine/protocol';

/** What a run was trained with until so many steps were made; infinitely many while the trainer has not said when. */
export interface Stretch {
  until: number;
  config: RunConfig;
  /** The texts of those of its settings that mean something in it. */
  texts: Form;
}

/** The last settings, and those before them. */
export interface Course extends Omit<Stretch, 'until'> {
  before: readonly Stretch[];
}

/** What the first steps were made with: nothing of it is what was set after the last of them. */
export function madeWith({ before, config, texts }: Course, steps: number): Course {
  const made = cut([...before, { until: steps, config, texts }], steps);
  const last = made.pop();
  return last ? { before: made, config: last.config, texts: last.texts } : { before, config, texts };
}

/** Stretches up to a step, without those in which no step was made; equal ones that follow each other are one. */
export function cut(stretches: readonly Stretch[], step: number): Stretch[] {
  const made: Stretch[] = [];
  for (const stretch of stretches) {
    const [last, until] = [made.at(-1), Math.min(stretch.until, step)];
    if (until <= (last?.until ?? 0)) continue;
    if (last && JSON.stringify(last.config) === JSON.stringify(stretch.config)) last.until = until;
    else made.push({ ...stretch, until });
  }
  return made;
}

/** The trainer has said after how many steps the earliest change of those that it was told of came. */
export function settled(before: readonly Stretch[], step: number): Stretch[] {
  const open = before.findIndex(({ until }) => until === Number.POSITIVE_INFINITY);
  return before.map((stretch, index) => (index === open ? { ...stretch, until: step } : stretch));
}

/** A setting's texts one after the other, and after how many steps each came. */
export interface Value {
  text: string;
  since: number;
}

/** None where the setting means nothing. */
export function valuesOf({ before, texts }: Pick<Course, 'before' | 'texts'>, name: string): Value[] {
  const values: Value[] = [];
  let since = 0;
  for (const stretch of [...before, { until: 0, texts }]) {
    const text = stretch.texts[name];
    if (text !== undefined && text !== values.at(-1)?.text) values.push({ text, since });
    since = stretch.until;
  }
  return values;
}
