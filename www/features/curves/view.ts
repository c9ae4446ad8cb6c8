// Reconstruction term, KL term and ELBO over a run, on training batches and on test digits; the runs kept lie behind.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { TERMS } from '../../app/run/history';
import type { ReadonlyState } from '../../app/store';
import { dataWords, densityWords } from '../../ui/config-words';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
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
  const config = computed(() => state.run.config.value?.model ?? state.runs.kept.value.at(-1)?.config.model);
  watch(signal, () => {
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
  const warning = find(HTMLElement, '#curves-mixed', root);
  watch(signal, () => {
    warning.textContent = mixed.value ? text.value.curves.mixed : '';
  });
}
