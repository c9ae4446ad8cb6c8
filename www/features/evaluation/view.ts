// The evaluation panel: what is asked for, how far it is, and what came of it.

import { computed, effect } from '@preact/signals-core';
import { wholeModel } from '../../app/model/whole-model';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import type { Evaluation } from '../../engine/protocol';
import { find, make } from '../../ui/dom';
import { text } from '../../ui/text';
import { count, decimal, durationWords, latentName } from '../../ui/words';
import { nameOf } from '../models/words';
import { subjectOf } from './evaluating';
import { binsPath, priorPath, VIEW_BOX } from './histogram';
import type { Subject } from './state';
import { isAutoencoder, linesOf, reportText, scopeWords, subjectWords } from './words';

export function showEvaluation(state: State, send: Send) {
  showControls(state, send);
  showProgress(state);
  showReport(state);
  showStaleness(state);
}

function showControls(state: State, send: Send) {
  const digits = find(HTMLSelectElement, '#evaluation-digits');
  const samples = find(HTMLSelectElement, '#evaluation-samples');
  const evaluate = find(HTMLButtonElement, '#evaluate');
  const stop = find(HTMLButtonElement, '#stop-evaluating');
  evaluate.addEventListener('click', () =>
    send({ do: 'evaluate', digits: Number(digits.value), samples: Number(samples.value) }),
  );
  stop.addEventListener('click', () => send({ do: 'stop evaluating' }));
  const goes = computed(() => state.evaluation.progress.value !== undefined);
  effect(() => {
    const model = wholeModel(state);
    const focused = document.activeElement;
    evaluate.disabled = !model || !state.data.testDigits.value || goes.value;
    stop.disabled = !goes.value;
    // A disabled button would drop the focus: its opposite takes it.
    if (focused === evaluate && goes.value) stop.focus();
    if (focused === stop && !goes.value) evaluate.focus();
  });
  // No more than there are.
  effect(() => {
    const most = state.data.testDigits.value;
    if (most) for (const option of digits.options) option.disabled = Number(option.value) > most;
  });
}

function showProgress(state: State) {
  const bar = find(HTMLProgressElement, '#evaluation-progress');
  const words = find(HTMLElement, '#evaluation-where');
  effect(() => {
    const { where, loading } = text.value.evaluation;
    const at = state.evaluation.progress.value;
    bar.classList.toggle('absent', !at);
    bar.max = at?.all ?? 1;
    bar.value = at?.done ?? 0;
    words.textContent = '';
    if (!at) return;
    const left = (at.milliseconds / 1000 / Math.max(1, at.done)) * (at.all - at.done);
    words.textContent = at.done > 0 ? where(count(at.done), count(at.all), durationWords(left)) : loading;
  });
}

function showReport(state: State) {
  const results = find(HTMLElement, '#evaluation-results');
  const empty = find(HTMLElement, '#evaluation-empty');
  const copy = find(HTMLButtonElement, '#copy-evaluation');
  const title = computed(() => {
    const subject = state.evaluation.last.value?.subject;
    return subject ? subjectWords(subject, (file) => nameOf(state.models.list.value, file)) : '';
  });
  effect(() => {
    const report = state.evaluation.last.value?.report;
    results.hidden = !report;
    empty.hidden = report !== undefined;
    find(HTMLElement, '#evaluation-subject').textContent = title.value;
    if (!report) return;
    find(HTMLElement, '#evaluation-scope').textContent = scopeWords(report);
    find(HTMLElement, '#evaluation-terms').replaceChildren(
      ...linesOf(report).map(({ term, name, value }) =>
        make('div', term, make('dt', '', name), make('dd', '', value)),
      ),
    );
    fillTable(report);
    copy.textContent = text.value.evaluation.copy;
  });
  copy.addEventListener('click', async () => {
    const report = state.evaluation.last.peek()?.report;
    if (!report) return;
    try {
      await navigator.clipboard.writeText(reportText(title.peek(), report));
      copy.textContent = text.value.evaluation.copied;
    } catch {
      state.page.problem.value = { kind: 'noCopy' };
    }
  });
}

function fillTable(report: Evaluation) {
  const table = find(HTMLTableElement, '#evaluation-dimensions');
  table.classList.toggle('autoencoder', isAutoencoder(report));
  const most = Math.max(...report.dimensions.map(({ kl }) => kl), 1e-9);
  const rows = report.dimensions.map((dimension, index) => {
    const bar = make('span', 'kl-bar');
    bar.style.setProperty('--part', String(dimension.kl / most));
    const name = make('th', '', latentName(index));
    name.scope = 'row';
    return make(
      'tr',
      '',
      name,
      make('td', 'kl', decimal(dimension.kl, 2), bar),
      make('td', 'picture', picture(dimension.histogram)),
      make('td', '', decimal(dimension.mean, 2)),
      make('td', '', decimal(dimension.standardDeviation, 2)),
    );
  });
  find(HTMLTableSectionElement, 'tbody', table).replaceChildren(...rows);
}

/** The row says in numbers what the picture shows. */
function picture(histogram: readonly number[]) {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', VIEW_BOX);
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, d] of [
    ['bins', binsPath(histogram)],
    ['prior', priorPath()],
  ] as const) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** The figures of a model that is no longer shown say so. */
function showStaleness(state: State) {
  const results = find(HTMLElement, '#evaluation-results');
  const words = find(HTMLElement, '#evaluation-stale');
  const stale = computed(() => {
    const subject = state.evaluation.last.value?.subject;
    state.model.shown.value;
    state.model.shipped.value;
    return subject !== undefined && !same(subject, subjectOf(state));
  });
  effect(() => {
    results.classList.toggle('stale', stale.value);
    words.textContent = stale.value ? text.value.evaluation.stale : '';
  });
}

const same = (one: Subject, other: Subject | undefined) =>
  one.run === other?.run && one.step === other.step && one.file === other.file;
