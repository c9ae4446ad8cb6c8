// What is to be trained in turn, how far it is, and what came of it.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { valueWords } from '../../app/run/words';
import type { ReadonlyState } from '../../app/store';
import { find, make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count } from '../../ui/words';
import { showForm } from './form';
import { showMade } from './made';
import type { Refusal } from './state';

export const mount: Mount = (root, context, signal) => {
  for (const show of [showForm, showRefusals, showWhere, showMade]) show(root, context, signal);
};

const showRefusals: Mount = (root, { state }, signal) => {
  const list = find(HTMLElement, '#sweep-refusals', root);
  watch(signal, () => {
    const words = state.sweep.refusals.value.map((refusal) => refusalWords(refusal, state));
    // What is wrong with all of them is said once.
    list.replaceChildren(...[...new Set(words)].map((line) => make('li', '', line)));
  });
};

export function refusalWords(refusal: Refusal, { settings: { form } }: ReadonlyState): string {
  const { sweep, settings } = text.value;
  const words = sweep.refused;
  switch (refusal.kind) {
    case 'setting': {
      const { text: value, field, expected, came } = refusal;
      const why = settings.refused(settings.labels[field] ?? field, expected, came);
      return form.peek()[field] === String(came) ? why : words.with(value, why);
    }
    case 'idle':
      return words.with(refusal.text, refusal.reason ? settings.idle[refusal.reason] : words.idle);
    case 'twice':
      return words.twice(refusal.text);
    case 'number':
      return words.number(count(refusal.came));
    case 'epochs':
      return words.epochs;
  }
}

const showWhere: Mount = (root, { state }, signal) => {
  const where = find(HTMLElement, '.where', root);
  const words = computed(() => whereWords(state));
  watch(signal, () => {
    where.textContent = words.value;
  });
};

function whereWords({ sweep, run }: ReadonlyState): string {
  const words = text.value.sweep;
  const at = sweep.at.value;
  if (!at) return overWords(sweep);
  const { field, texts, index } = at;
  const what = `${text.value.settings.labels[field]} ${valueWords(field, texts[index] ?? '')}`;
  const progress = run.progress.value;
  const place = progress
    ? words.at(
        progress.position.epoch,
        count(progress.position.stepInEpoch),
        count(progress.position.stepsPerEpoch),
      )
    : words.starts;
  return words.where(
    count(index + 1),
    count(texts.length),
    what,
    run.phase.value === 'paused' ? words.waits : place,
  );
}

function overWords({ ended: { value: ended }, runs }: ReadonlyState['sweep']): string {
  const words = text.value.sweep;
  const { length: kept } = runs.value;
  if (ended.of === 0) return '';
  return ended.runs === ended.of ? words.over(kept) : words.stopped(ended.runs, ended.of, kept - ended.runs);
}
