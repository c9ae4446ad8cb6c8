// The decoded digit; with an input, how it differs from it, in nats.

import { effect } from '@preact/signals-core';
import type { Encoding } from '../protocol';
import type { State } from '../store';
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
    if (encoding) compare(encoding);
  });
}

function compare({ seen, reconstruction, terms }: Encoding) {
  paint(find(HTMLCanvasElement, '#trio-input'), seen, '--input');
  paint(find(HTMLCanvasElement, '#trio-output'), reconstruction, '--output');
  paintDifference(find(HTMLCanvasElement, '#trio-difference'), seen, reconstruction);
  const length = Math.max(BAR_NATS, terms.reconstruction + terms.kl);
  for (const term of ['reconstruction', 'kl', 'elbo'] as const) {
    find(HTMLElement, `#digit-terms .${term} dd`).textContent = nats(terms[term]);
    if (term !== 'elbo') {
      find(HTMLElement, `#comparison .bar .${term}`).style.width = `${(100 * terms[term]) / length}%`;
    }
  }
}
