// The output panel: the decoded digit, and more about it.

import { computed } from '@preact/signals-core';
import type { Mount, PanelContext } from '../../app/feature';
import { find, onRead, rewrite } from '../../ui/dom';
import { paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { nameOfClass } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { showComparison } from './comparison';
import { meanWords } from './mean-words';
import { showRepair } from './repair';

export const mount: Mount = (root, context, signal) => {
  showDecoded(root, context, signal);
  showComparison(root, context, signal);
  showRepair(root, context, signal);
};

function showDecoded(root: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const canvas = find(HTMLCanvasElement, '#reconstruction', root);
  const words = find(HTMLElement, '#output-words', root);
  const told = computed(() => {
    const conditional = state.model.shown.value?.summary.config.conditional;
    return conditional ? state.latent.classIndex.value : undefined;
  });
  let first = true;

  watch(signal, () => {
    theme.value;
    const decoded = state.latent.decoded.value;
    if (!decoded) return;
    paint(canvas, decoded.pixels, '--output');
    if (first) performance.mark('first-decode');
    first = false;
    if (decoded.since !== undefined) measureFrom(decoded.since);
  });

  const describe = onRead(() => {
    const [isMean, z] = [state.latent.linked.peek(), state.latent.z.peek()];
    const name = isMean ? 'z = μ' : 'z';
    const point = isMean ? meanWords(z, state.model.shown.peek()?.summary.config) : pointWords(z);
    const { decodedAs, decodedFrom } = text.peek().output;
    const classIndex = told.peek();
    rewrite(
      words,
      classIndex === undefined ? decodedFrom(name, point) : decodedAs(name, point, nameOfClass(classIndex)),
    );
  }, signal);
  watch(signal, () => {
    state.latent.linked.value;
    told.value;
    text.value;
    if (state.latent.z.value.length > 0) describe();
  });
}

/** For observers: the entries themselves would pile up. */
function measureFrom(since: number) {
  performance.measure('pointer-to-pixels', { start: since, end: performance.now() });
  performance.clearMeasures('pointer-to-pixels');
}
