// The output panel: the decoded digit, and more about it.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, onFrame, rewrite } from '../../ui/dom';
import { paint, theme } from '../../ui/ink';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { showNeighbours } from '../neighbours/view';
import { showSamples } from '../samples/view';
import { showScore } from '../score/view';
import { showComparison } from './comparison';
import { showRepair } from './repair';

export function showOutput(state: State, send: Send) {
  showDecoded(state);
  showComparison(state);
  showRepair(state);
  showScore(state, send);
  showSamples(state, send);
  showNeighbours(state, send);
}

function showDecoded(state: State) {
  const canvas = find(HTMLCanvasElement, '#reconstruction');
  const words = find(HTMLElement, '#output-words');
  let first = true;

  effect(() => {
    theme.value;
    const decoded = state.latent.decoded.value;
    if (!decoded) return;
    paint(canvas, decoded.pixels, '--output');
    if (first) performance.mark('first-decode');
    first = false;
    if (decoded.since !== undefined) measureFrom(decoded.since);
  });

  const describe = onFrame(() => {
    const name = state.latent.linked.peek() ? 'z = μ' : 'z';
    rewrite(words, text.peek().output.decodedFrom(name, pointWords(state.latent.z.peek())));
  });
  effect(() => {
    state.latent.linked.value;
    text.value;
    if (state.latent.z.value.length > 0) describe();
  });
}

/** For observers: the entries themselves would pile up. */
function measureFrom(since: number) {
  performance.measure('pointer-to-pixels', { start: since, end: performance.now() });
  performance.clearMeasures('pointer-to-pixels');
}
