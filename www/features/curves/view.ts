// Reconstruction term, KL term and ELBO over a run, on training batches and on test digits; the runs kept lie behind.

import { computed, effect, signal } from '@preact/signals-core';
import { TERMS, type Term } from '../../app/run/history';
import type { State } from '../../app/store';
import { dataWords, densityWords } from '../../ui/config-words';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';
import { count, decimal, nats } from '../../ui/words';
import { showChart } from './chart';
import { showCurveControls } from './controls';
import { showFigures } from './figures';
import { extentOf, isTurned, type Line, linesOf, valueAt } from './lines';
import { markOf } from './mark';
import { type CurveOptions, curveOptions } from './options';
import { readZoom } from './zoom';

export function showCurves(state: State) {
  const options = curveOptions();
  const lines = computed(() => linesOf(state));
  const begun = computed(() => lines.value.some(({ history }) => history.train.images.length > 0));
  const root = find(HTMLElement, '#curves');
  effect(() => {
    root.classList.toggle('bare', !begun.value);
  });
  effect(() => {
    root.dataset.shown = options.shown.value;
  });
  showScope(state, options, root);
  showCurveControls(options);
  showFigures(state, root);
  for (const term of TERMS) showTerm(term, state, lines, options);
}

function showScope(state: State, { logY }: CurveOptions, root: HTMLElement) {
  const scope = find(HTMLElement, '#curves-scope');
  const config = computed(() => state.run.config.value?.model ?? state.runs.kept.value.at(-1)?.config.model);
  effect(() => {
    if (!config.value) return;
    // An autoencoder has a reconstruction term alone.
    root.classList.toggle('autoencoder', config.value.deterministic);
    const { curves } = text.value;
    const data = `${dataWords(config.value)}.${densityWords(config.value)}`;
    scope.textContent = curves.scope(data) + (logY.value ? curves.logScope : '');
  });
  const mixed = computed(() => {
    const shown = state.runs.kept.value
      .filter(({ overlaid }) => overlaid)
      .map(({ config: { model } }) => model);
    const models = config.value && state.run.config.value ? [...shown, config.value] : shown;
    return new Set(models.map(dataWords)).size > 1;
  });
  const warning = find(HTMLElement, '#curves-mixed');
  effect(() => {
    warning.textContent = mixed.value ? text.value.curves.mixed : '';
  });
}

function showTerm(term: Term, state: State, lines: { value: readonly Line[] }, options: CurveOptions) {
  const figure = find(HTMLElement, `.curves figure.${term}`);
  const chart = find(HTMLElement, '.chart', figure);
  const reading = find(HTMLElement, '.reading', figure);
  const pointed = signal<number | undefined>(undefined);
  const drawn = computed(() => lines.value);
  showChart(chart, term, {
    lines: drawn,
    options,
    mark: computed(() => markOf(state, options.axis.value)),
    point: (x) => {
      pointed.value = x;
    },
  });
  readZoom(chart, options, () =>
    extentOf(drawn.peek(), { axis: options.axis.peek(), logX: options.logX.peek() }),
  );
  effect(() => {
    reading.textContent = readingWords(term, state, options, pointed.value);
  });
  effect(() => {
    const name = text.value.terms[term];
    const turned = isTurned(term, options.logY.value);
    find(HTMLElement, 'b', figure).textContent = turned ? `−${name}` : name;
    chart.setAttribute('aria-label', text.value.curves.chart(name));
  });
}

/** What the present run has come to, or what it was where the pointer is. */
function readingWords(
  term: Term,
  { run: { history } }: State,
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
