// The evaluation panel: what is asked for, how far it is, and what came of it.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { enableInTurn, offerImages } from '../../app/model/measured-view';
import { isStale, subjectWords } from '../../app/model/subject';
import { wholeModel } from '../../app/model/whole-model';
import { nameOf } from '../../app/model/words';
import type { Evaluation } from '../../engine/protocol';
import { hasMixture, splitsKl } from '../../ui/config-words';
import { copyText } from '../../ui/copy';
import { find, make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { svg } from '../../ui/svg';
import { text } from '../../ui/text';
import { count, decimal, durationWords, latentName } from '../../ui/words';
import { binsPath, priorPath, VIEW_BOX } from './histogram';
import { besideWords, isAutoencoder, type Line, linesOf, reportText, scopeWords } from './words';

/** Enough for a first impression, and for a good one. */
const FEWER = [100, 1000];

export const mount: Mount = (root, context, signal) => {
  for (const show of [showControls, showProgress, showReport, showStaleness]) show(root, context, signal);
};

const showControls: Mount = (root, { state, send }, signal) => {
  const images = find(HTMLSelectElement, '#evaluation-images', root);
  const samples = find(HTMLSelectElement, '#evaluation-samples', root);
  const evaluate = find(HTMLButtonElement, '#evaluate', root);
  const stop = find(HTMLButtonElement, '#stop-evaluating', root);
  const begin = () => send({ do: 'evaluate', images: Number(images.value), samples: Number(samples.value) });
  evaluate.addEventListener('click', begin, { signal });
  stop.addEventListener('click', () => send({ do: 'stop evaluating' }), { signal });
  const goes = computed(() => state.evaluation.progress.value !== undefined);
  watch(signal, () => {
    enableInTurn(evaluate, stop, Boolean(wholeModel(state) && state.data.testSamples.value), goes.value);
  });
  watch(signal, () => {
    const all = state.data.testSamples.value;
    if (all) offerImages(images, FEWER, all, text.value.evaluation);
  });
};

const showProgress: Mount = (root, { state }, signal) => {
  const bar = find(HTMLProgressElement, '#evaluation-progress', root);
  const words = find(HTMLElement, '#evaluation-where', root);
  watch(signal, () => {
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
};

const showReport: Mount = (root, { state, report: fail }, signal) => {
  const results = find(HTMLElement, '#evaluation-results', root);
  const empty = find(HTMLElement, '#evaluation-empty', root);
  const copy = find(HTMLButtonElement, '#copy-evaluation', root);
  const title = computed(() => {
    const subject = state.evaluation.last.value?.subject;
    return subject ? subjectWords(subject, (file) => nameOf(state.model.list.value, file)) : '';
  });
  watch(signal, () => {
    const last = state.evaluation.last.value;
    results.hidden = !last;
    empty.hidden = last !== undefined;
    find(HTMLElement, '#evaluation-subject', root).textContent = title.value;
    if (!last) return;
    const { report } = last;
    find(HTMLElement, '#evaluation-scope', root).textContent = scopeWords(last);
    find(HTMLElement, '#evaluation-terms', root).replaceChildren(...linesOf(report).map(lineElement));
    fillTable(find(HTMLTableElement, '#evaluation-dimensions', root), report);
    copy.textContent = text.value.evaluation.copy;
  });
  const beside = find(HTMLElement, '#evaluation-beside', root);
  watch(signal, () => {
    const last = state.evaluation.last.value;
    beside.textContent = last ? besideWords(last, state.model) : '';
  });
  const take = async () => {
    const last = state.evaluation.last.peek();
    if (!last) return;
    await copyText(reportText(title.peek(), last));
    copy.textContent = text.value.evaluation.copied;
  };
  copy.addEventListener('click', () => take().catch(fail), { signal });
};

const lineElement = ({ term, name, value }: Line) =>
  make('div', term, make('dt', '', name), make('dd', '', value));

function fillTable(table: HTMLTableElement, report: Evaluation) {
  const isWhole = !splitsKl(report);
  table.classList.toggle('no-kl', isAutoencoder(report) || isWhole);
  table.classList.toggle('no-curve', hasMixture(report));
  const { caption, captionOfCodes, captionOfWhole } = text.value.evaluation;
  find(HTMLTableCaptionElement, 'caption', table).textContent = isAutoencoder(report)
    ? captionOfCodes
    : isWhole
      ? captionOfWhole
      : caption;
  const most = Math.max(...report.dimensions.map(({ kl = 0 }) => kl), 1e-9);
  const rows = report.dimensions.map((dimension, index) => {
    const bar = make('span', 'kl-bar');
    const { kl = 0 } = dimension;
    bar.style.setProperty('--part', String(kl / most));
    const name = make('th', '', latentName(index));
    name.scope = 'row';
    return make(
      'tr',
      '',
      name,
      make('td', 'kl', decimal(kl, 2), bar),
      make('td', 'picture', picture(dimension.histogram), make('span', '', beyondWords(dimension.histogram))),
      make('td', '', decimal(dimension.mean, 2)),
      make('td', '', decimal(dimension.standardDeviation, 2)),
    );
  });
  find(HTMLTableSectionElement, 'tbody', table).replaceChildren(...rows);
}

/** The picture ends where the crate's bins do. */
function beyondWords(histogram: readonly number[]) {
  const percent = Math.round(100 * (1 - histogram.reduce((sum, share) => sum + share, 0)));
  return percent > 0 ? ` ${text.value.evaluation.beyond(count(percent))}` : '';
}

/** The row says in numbers what the picture shows. */
function picture(histogram: readonly number[]) {
  return svg(
    'svg',
    { viewBox: VIEW_BOX, 'aria-hidden': 'true' },
    svg('path', { class: 'bins', d: binsPath(histogram) }),
    svg('path', { class: 'prior', d: priorPath() }),
  );
}

/** The figures of a model that is no longer shown say so. */
const showStaleness: Mount = (root, { state }, signal) => {
  const results = find(HTMLElement, '#evaluation-results', root);
  const words = find(HTMLElement, '#evaluation-stale', root);
  const stale = computed(() => isStale(state.evaluation.last.value?.subject, state));
  watch(signal, () => {
    results.classList.toggle('stale', stale.value);
    words.textContent = stale.value ? text.value.evaluation.stale : '';
  });
};
