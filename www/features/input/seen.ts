// What the model sees of the input, and what that is.

import { computed } from '@preact/signals-core';
import type { PanelContext } from '../../app/feature';
import type { ReadonlyState } from '../../app/store';
import { find } from '../../ui/dom';
import { paint, theme, wipe } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { isColour } from '../../ui/pixels';
import { nameOfClass } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { count } from '../../ui/words';

export function showSeen(root: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const canvas = find(HTMLCanvasElement, '#seen', root);
  const panel = find(HTMLElement, '#seen-panel', root);
  const words = find(HTMLElement, '#input-words', root);
  watch(signal, () => {
    theme.value;
    const encoding = state.input.encoding.value;
    panel.classList.toggle('blank', !encoding);
    if (encoding) paint(canvas, encoding.seen, '--input');
    else wipe(canvas);
  });
  // The input changes with every move, its words do not.
  const described = computed(() => describeInput(state));
  watch(signal, () => {
    words.textContent = described.value;
  });
}

function describeInput({ input: { shown, sketch }, model: { shown: model } }: ReadonlyState) {
  const { nothing, sketched, drawing, colours, testDigitWords, trainingDigitWords } = text.value.input;
  const input = shown.value;
  if ((input.kind !== 'drawing' && input.kind !== 'sample') || !model.value) return nothing;
  if (input.kind === 'drawing' && sketch.value.length > 0) return sketched;
  const { inkBox, data } = model.value.summary;
  if (input.kind === 'drawing' && isColour(data)) return colours(data.width, data.height);
  if (input.kind === 'drawing') return drawing(inkBox, data.width, data.height);
  const words = input.split === 't10k' ? testDigitWords : trainingDigitWords;
  return words(count(input.index), nameOfClass(input.label));
}
