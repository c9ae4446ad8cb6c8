// The output panel: the decoded digit, and more about it.

import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { State } from '../store';
import { text } from '../text';
import { showComparison } from './comparison';
import { find, onFrame, rewrite } from './dom';
import { paint, theme } from './ink';
import { showNeighbours } from './neighbours';
import { showRepair } from './repair';
import { showSamples } from './samples';
import { showScore } from './score';
import { pointWords } from './words';

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
    const decoded = state.decoded.value;
    if (!decoded) return;
    paint(canvas, decoded.pixels, '--output');
    if (first) performance.mark('first-decode');
    first = false;
    if (decoded.since !== undefined) measureFrom(decoded.since);
  });

  const describe = onFrame(() => {
    const name = state.linked.peek() ? 'z = μ' : 'z';
    rewrite(words, text.peek().output.decodedFrom(name, pointWords(state.z.peek())));
  });
  effect(() => {
    state.linked.value;
    text.value;
    if (state.z.value.length > 0) describe();
  });
}

/** For observers: the entries themselves would pile up. */
function measureFrom(since: number) {
  performance.measure('pointer-to-pixels', { start: since, end: performance.now() });
  performance.clearMeasures('pointer-to-pixels');
}
