// One term: its chart, its name, and what it has come to.

import { computed, type ReadonlySignal, signal as signalOf } from '@preact/signals-core';
import type { Term } from '../../app/run/history';
import type { ReadonlyState } from '../../app/store';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count, decimal, nats } from '../../ui/words';
import { showChart } from './chart';
import { extentOf, isTurned, type Line, valueAt } from './lines';
import { markOf } from './mark';
import type { CurveOptions } from './options';
import { readZoom } from './zoom';

interface Surroundings {
  state: ReadonlyState;
  lines: ReadonlySignal<readonly Line[]>;
  options: CurveOptions;
  signal: AbortSignal;
}

export function showTerm(term: Term, root: HTMLElement, { state, lines, options, signal }: Surroundings) {
  const figure = find(HTMLElement, `figure.${term}`, root);
  const chart = find(HTMLElement, '.chart', figure);
  const reading = find(HTMLElement, '.reading', figure);
  const title = find(HTMLElement, 'b', figure);
  const pointed = signalOf<number | undefined>(undefined);
  const mark = computed(() => markOf(state, options.axis.value));
  const point = (x: number | undefined) => {
    pointed.value = x;
  };
  showChart(chart, term, { lines, options, mark, point, signal });
  const extent = () => extentOf(lines.peek(), { axis: options.axis.peek(), logX: options.logX.peek() });
  readZoom(chart, options, extent, signal);
  watch(signal, () => {
    reading.textContent = readingWords(term, state, options, pointed.value);
  });
  watch(signal, () => {
    const name = text.value.terms[term];
    title.textContent = isTurned(term, options.logY.value) ? `−${name}` : name;
    chart.setAttribute('aria-label', text.value.curves.chart(name));
  });
}

/** What the present run has come to, or what it was where the pointer is. */
function readingWords(
  term: Term,
  { run: { history } }: ReadonlyState,
  options: CurveOptions,
  at: number | undefined,
) {
  const axis = options.axis.value;
  const { train, test } = history.value;
  const words = text.value.curves;
  const parts = at === undefined ? [] : [words.at[axis](axis === 'epochs' ? decimal(at, 2) : count(at))];
  const [onTrain, onTest] = [train, test].map((curve) => valueAt(curve, term, axis, at));
  if (onTrain !== undefined) parts.push(words.onTrain(nats(onTrain)));
  if (onTest !== undefined) parts.push(words.onTest(nats(onTest)));
  return parts.join(' · ');
}
