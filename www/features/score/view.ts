// Where the input's ELBO lies among those of test digits: the low ones are anomalies to the model.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';

/** Shares of the test digits with a lower ELBO. */
const ANOMALY = 0.005;
const UNUSUAL = 0.05;

export const mount: Mount = (root, { state, send }, signal) => {
  const ask = find(HTMLButtonElement, '#score', root);
  const words = find(HTMLElement, '#score-words', root);
  ask.addEventListener('click', () => send({ do: 'score test samples' }), { signal });
  watch(signal, () => {
    ask.hidden = state.score.wanted.value;
    // An autoencoder gives no x a likelihood.
    root.hidden = state.model.shown.value?.summary.config.deterministic ?? false;
  });
  watch(signal, () => {
    const { scoring, unscored } = text.value.score;
    const encoding = state.input.encoding.value;
    const scores = state.score.elbos.value;
    if (!state.score.wanted.value) words.textContent = '';
    else if (!scores) words.textContent = scoring;
    else words.textContent = encoding ? describe(shareBelow(scores, encoding.terms.elbo)) : unscored;
  });
};

function describe(share: number) {
  const { scored, verdicts } = text.value.score;
  const verdict = share < ANOMALY ? 'anomaly' : share < UNUSUAL ? 'unusual' : 'usual';
  return scored(decimal(100 * share, 1), verdicts[verdict]);
}

/** The share of ascending values that are below one. */
export function shareBelow(ascending: Float32Array, value: number): number {
  const first = ascending.findIndex((other) => other >= value);
  return (first < 0 ? ascending.length : first) / ascending.length;
}
