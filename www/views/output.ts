// The decoded digit; with an input, how it differs from it, in nats.

import { computed, effect } from '@preact/signals-core';
import type { Encoding, ModelConfig } from '../protocol';
import type { State } from '../store';
import { dataWords, densityWords } from './config-words';
import { find, onFrame } from './dom';
import { paint, paintDifference, theme } from './ink';
import { nats, pointWords } from './words';

/** The bar under the comparison is this many nats long, or as long as the digit needs. */
const BAR_NATS = 250;

export function showOutput(state: State) {
  showDecoded(state);
  showComparison(state);
}

function showDecoded(state: State) {
  const canvas = find(HTMLCanvasElement, '#reconstruction');
  const words = find(HTMLElement, '#output-words');
  let first = true;

  effect(() => {
    theme.value;
    const decoded = state.decoded.value;
    if (!decoded) return;
    paint(canvas, decoded.pixels, '--output');
    if (first) performance.mark('first-decode');
    first = false;
    if (decoded.since !== undefined) measureFrom(decoded.since);
  });

  const describe = onFrame(() => {
    const name = state.linked.peek() ? 'z = μ' : 'z';
    words.textContent = `Decoded from ${name} = ${pointWords(state.z.peek())}.`;
  });
  effect(() => {
    state.linked.value;
    if (state.z.value.length > 0) describe();
  });
}

/** For observers: the entries themselves would pile up. */
function measureFrom(since: number) {
  performance.measure('pointer-to-pixels', { start: since, end: performance.now() });
  performance.clearMeasures('pointer-to-pixels');
}

function showComparison(state: State) {
  const comparison = find(HTMLElement, '#comparison');
  const empty = find(HTMLElement, '#comparison-empty');
  effect(() => {
    theme.value;
    const encoding = state.encoding.value;
    comparison.hidden = !encoding;
    empty.hidden = encoding !== undefined;
    comparison.classList.toggle('autoencoder', encoding?.logVar.length === 0);
    if (encoding) compare(encoding);
  });
  const scope = find(HTMLElement, '#digit-scope');
  const config = computed(() => state.model.value?.summary.config);
  effect(() => {
    if (config.value) scope.textContent = scopeWords(config.value);
  });
}

function scopeWords(config: ModelConfig) {
  const what = config.deterministic ? 'an autoencoder has no KL term and no ELBO' : 'at z = μ';
  return `Nats, for this digit, ${what}; ${dataWords(config)}.${densityWords(config)}`;
}

function compare({ seen, reconstruction, terms }: Encoding) {
  paint(find(HTMLCanvasElement, '#trio-input'), seen, '--input');
  paint(find(HTMLCanvasElement, '#trio-output'), reconstruction, '--output');
  paintDifference(find(HTMLCanvasElement, '#trio-difference'), seen, reconstruction);
  // Of a density the reconstruction term may be below 0.
  const length = Math.max(BAR_NATS, Math.max(0, terms.reconstruction) + terms.kl);
  for (const term of ['reconstruction', 'kl', 'elbo'] as const) {
    find(HTMLElement, `#digit-terms .${term} dd`).textContent = nats(terms[term]);
    if (term !== 'elbo') {
      find(HTMLElement, `#comparison .bar .${term}`).style.width =
        `${(100 * Math.max(0, terms[term])) / length}%`;
    }
  }
}
