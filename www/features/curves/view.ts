// Reconstruction term, KL term and ELBO over a run, on training batches and on test digits; the runs kept lie behind.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { besideShippedWords, ofRun, refusals } from '../../app/model/unlike';
import { TERMS } from '../../app/run/history';
import { runNameWords } from '../../app/run/words';
import type { ReadonlyState } from '../../app/store';
import { dataWords, termsWords } from '../../ui/config-words';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { sentences } from '../../ui/words';
import { showCurveControls } from './controls';
import { showFigures } from './figures';
import { linesOf } from './lines';
import { type CurveOptions, curveOptions } from './options';
import { showTerm } from './term';

export const mount: Mount = (root, context, signal) => {
  const { state } = context;
  const options = curveOptions();
  const lines = computed(() => linesOf(state));
  watch(signal, () => {
    root.dataset.shown = options.shown.value;
  });
  showScope(root, state, options, signal);
  showCurveControls(root, options, signal);
  showFigures(root, context, signal);
  for (const term of TERMS) showTerm(term, root, { state, lines, options, signal });
};

/** What the figures are of, and whether runs lie together whose figures are not of the same. */
function showScope(root: HTMLElement, state: ReadonlyState, { logY }: CurveOptions, signal: AbortSignal) {
  const scope = find(HTMLElement, '#curves-scope', root);
  const subject = computed(() => {
    const { run, runs, data } = state;
    const config = run.config.value;
    return config ? { config, dataSet: data.used.value?.key } : runs.kept.value.at(-1);
  });
  watch(signal, () => {
    if (!subject.value) return;
    const { config, dataSet } = subject.value;
    const { model } = config;
    // An autoencoder has a reconstruction term alone.
    root.classList.toggle('autoencoder', model.deterministic);
    const { curves } = text.value;
    const shipped = besideShippedWords(config, dataSet, state.model);
    const data = curves.scope(dataWords(model)) + termsWords(model);
    scope.textContent = sentences(data, logY.value ? curves.logScope : undefined, shipped);
  });
  const warning = find(HTMLElement, '#curves-mixed', root);
  watch(signal, () => {
    warning.textContent = sentences(...refusals(named(state)));
  });
}

/** The runs that lie on the charts together, the present one first. */
function named({ run, runs, data }: ReadonlyState) {
  const present = run.config.value
    ? [{ name: runNameWords(runs.name.value), quantity: ofRun(run.config.value, data.used.value?.key) }]
    : [];
  const before = runs.kept.value.filter(({ overlaid }) => overlaid);
  return [
    ...present,
    ...before.map(({ name, config, dataSet }) => ({
      name: runNameWords(name),
      quantity: ofRun(config, dataSet),
    })),
  ];
}
