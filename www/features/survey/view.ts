// What use is measured, how far it is, and what came of it.

import './panel/style.css';
import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { enableInTurn, offerImages } from '../../app/model/measured-view';
import { isStale, subjectWords } from '../../app/model/subject';
import { wholeModel } from '../../app/model/whole-model';
import { nameOf } from '../../app/model/words';
import { restoredWords } from '../../app/uses/restored-words';
import { hasWords, isImage } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';
import type { Use } from '../../engine/protocol/surveyor';
import { find, make, option } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { shownData } from '../../ui/shown-data';
import { count, durationWords } from '../../ui/words';
import markup from './panel/markup.html?raw';
import { caseWords, valueWords, words } from './panel/words';
import { type Line, type Table, tablesOf } from './tables';

/** Of each use fewer test images than all that already say something: what takes a second each, and what needs many. */
const FEWER: Record<Use, readonly number[]> = {
  denoise: [10, 100, 1000],
  repair: [10, 100, 1000],
  enlarge: [10, 100, 1000],
  compress: [100, 1000],
  anomaly: [50, 200, 1000],
  sort: [1000],
  generate: [200, 1000],
  reduce: [200, 1000],
  recommend: [200, 1000],
};

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  for (const show of [chooseUse, showButtons, showProgress, showTables]) show(root, context, signal);
};

const chooseUse: Mount = (root, { state }, signal) => {
  const use = find(HTMLSelectElement, '#survey-use', root);
  const images = find(HTMLSelectElement, '#survey-images', root);
  const offer = () => {
    offerImages(images, FEWER[use.value as Use] ?? [], state.data.testSamples.value ?? 0, words.value);
  };
  watch(signal, () => {
    const chosen = use.value;
    const fits = usesOf(shownData.value);
    const named = Object.entries(words.value.uses).filter(([value]) => fits(value));
    use.replaceChildren(...named.map(([value, name]) => option(value, name)));
    use.value = named.some(([value]) => value === chosen) ? chosen : (named[0]?.[0] ?? '');
    offer();
  });
  use.addEventListener('change', offer, { signal });
};

/** Texts have classes, and no likes that could be found. */
function usesOf(data: DataSpec): (use: string) => boolean {
  if (isImage(data)) return (use) => use !== 'recommend';
  return (use) => use === (hasWords(data) ? 'sort' : 'recommend');
}

const showButtons: Mount = (root, { state, send }, signal) => {
  const use = find(HTMLSelectElement, '#survey-use', root);
  const images = find(HTMLSelectElement, '#survey-images', root);
  const start = find(HTMLButtonElement, '#start-survey', root);
  const stop = find(HTMLButtonElement, '#stop-survey', root);
  const begin = () => send({ do: 'survey', use: use.value as Use, images: Number(images.value) });
  start.addEventListener('click', begin, { signal });
  stop.addEventListener('click', () => send({ do: 'stop surveying' }), { signal });
  watch(signal, () => {
    const may = Boolean(wholeModel(state) && state.data.testSamples.value);
    enableInTurn(start, stop, may, state.survey.progress.value !== undefined);
  });
};

const showProgress: Mount = (root, { state }, signal) => {
  const bar = find(HTMLProgressElement, '#survey-progress', root);
  const where = find(HTMLElement, '#survey-where', root);
  watch(signal, () => {
    const at = state.survey.progress.value;
    bar.classList.toggle('absent', !at);
    bar.max = at?.all ?? 1;
    bar.value = at?.milliseconds ? at.done : 0;
    where.textContent = '';
    if (!at) return;
    const left = (at.milliseconds / 1000 / Math.max(1, at.done)) * (at.all - at.done);
    where.textContent = at.milliseconds
      ? words.value.where(Math.floor((100 * at.done) / at.all), durationWords(left))
      : words.value.loading;
  });
};

const showTables: Mount = (root, { state }, signal) => {
  const cases = find(HTMLElement, '.cases', root);
  const stale = computed(() => isStale(state.survey.last.value?.subject, state));
  watch(signal, () => {
    const last = state.survey.last.value;
    const said = find(HTMLElement, '#survey-subject', root);
    said.textContent = '';
    find(HTMLElement, '#survey-honest', root).textContent = last ? words.value.honest[last.use] : '';
    cases.replaceChildren(...tablesOf(last?.rows ?? []).map(tableElement));
    if (!last) return;
    const subject = subjectWords(last.subject, (file) => nameOf(state.model.list.value, file));
    said.textContent = words.value.of(words.value.uses[last.use], subject, count(last.images));
  });
  watch(signal, () => {
    cases.classList.toggle('stale', stale.value);
    find(HTMLElement, '#survey-stale', root).textContent = stale.value ? words.value.stale : '';
  });
};

function tableElement({ of, quantities, lines }: Table) {
  const heads = [words.value.method, ...quantities.map((name) => words.value.quantities[name] ?? name)];
  const head = make('tr', '', ...heads.map((name) => headOf(name, 'col')));
  const body = lines.map((line) => lineElement(line, quantities));
  const caption = make('caption', '', caseWords(of, words.value));
  return make('div', '', make('table', '', caption, make('thead', '', head), make('tbody', '', ...body)));
}

function lineElement({ method, ofModel, values, best }: Line, quantities: Table['quantities']) {
  const cells = quantities.map((quantity, index) => {
    const value = values[index];
    return make('td', best[index] ? 'best' : '', value === undefined ? '' : valueWords(quantity, value));
  });
  const name = headOf(restoredWords.value.methods[method], 'row');
  return make('tr', ofModel ? 'of-model' : '', name, ...cells);
}

function headOf(name: string, scope: 'col' | 'row') {
  const head = make('th', '', name);
  head.scope = scope;
  return head;
}
