// Reconstruction term, KL term and ELBO while training, on training batches and on test digits.

import { computed, effect } from '@preact/signals-core';
import uPlot from 'uplot';
import type { History } from '../history';
import type { State } from '../store';
import { chartRange } from './chart-range';
import { dataWords, densityWords } from './config-words';
import { find, onFrame } from './dom';
import { theme, token } from './ink';
import { MINUS, nats } from './words';

const TERMS = ['reconstruction', 'kl', 'elbo'] as const;
type Term = (typeof TERMS)[number];

export function showCurves(state: State) {
  const root = find(HTMLElement, '#curves');
  effect(() => {
    root.classList.toggle('bare', state.history.value.train.images.length === 0);
  });
  const scope = find(HTMLElement, '#curves-scope');
  const config = computed(() => state.config.value?.model);
  effect(() => {
    if (!config.value) return;
    const { deterministic } = config.value;
    // An autoencoder has a reconstruction term alone.
    root.classList.toggle('autoencoder', deterministic);
    scope.textContent = `Nats an image over images seen; ${dataWords(config.value)}.${densityWords(config.value)}`;
  });
  for (const term of TERMS) showCurve(term, state);
}

function showCurve(term: Term, state: State) {
  const root = find(HTMLElement, `.chart[data-term=${term}]`);
  const words = find(HTMLElement, `.curves .${term} .reading`);
  let plot: uPlot | undefined;

  const redraw = onFrame(() => plot?.setData(columns(state.history.peek(), term)));
  const begun = computed(() => state.history.value.train.images.length > 0);
  effect(() => {
    theme.value;
    plot?.destroy();
    plot = begun.value
      ? new uPlot(options(term, sizeOf(root)), columns(state.history.peek(), term), root)
      : undefined;
  });
  effect(() => {
    const { train, test } = state.history.value;
    words.textContent = reading(train[term].at(-1), test[term].at(-1));
    redraw();
  });
  new ResizeObserver(() => plot?.setSize(sizeOf(root))).observe(root);
}

function reading(train: number | undefined, test: number | undefined) {
  const parts = [];
  if (train !== undefined) parts.push(`train ${nats(train)}`);
  if (test !== undefined) parts.push(`test ${nats(test)}`);
  return parts.join(' · ');
}

function columns({ train, test }: History, term: Term): uPlot.AlignedData {
  return uPlot.join([
    [train.images, train[term]],
    [test.images, test[term]],
  ]);
}

const sizeOf = (root: HTMLElement) => ({ width: root.clientWidth, height: root.clientHeight });

function options(term: Term, size: { width: number; height: number }): uPlot.Options {
  const colour = token(`--${term}`);
  const grid = { stroke: token('--line'), width: 1 };
  const axis: uPlot.Axis = {
    stroke: token('--quiet'),
    font: `11px ${getComputedStyle(document.body).fontFamily}`,
    grid,
    ticks: { show: false },
  };
  return {
    ...size,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_, __, max) => [0, Math.max(max, 1)] },
      y: { range: (plot) => chartRange([...(plot.data[1] ?? []), ...(plot.data[2] ?? [])]) },
    },
    axes: [
      { ...axis, size: 22, space: 56, values: (_, ticks) => ticks.map(imagesWords) },
      {
        ...axis,
        size: 40,
        space: 28,
        values: (_, ticks) => ticks.map((tick) => String(tick).replace('-', MINUS)),
      },
    ],
    series: [
      {},
      { stroke: `${colour}66`, width: 1.25, spanGaps: true, points: { show: false } },
      { stroke: colour, width: 2, spanGaps: true, points: { show: false } },
    ],
  };
}

function imagesWords(images: number) {
  if (images >= 1e6) return `${images / 1e6}M`;
  return images >= 1000 ? `${images / 1000}k` : String(images);
}
