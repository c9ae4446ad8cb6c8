// What the model sees of the input, and what that is.

import { computed, effect } from '@preact/signals-core';
import type { Input } from '../../app/input/state';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { paint, theme, wipe } from '../../ui/ink';
import { text } from '../../ui/text';
import { count } from '../../ui/words';

export function showSeen(state: State) {
  const canvas = find(HTMLCanvasElement, '#seen');
  const words = find(HTMLElement, '#input-words');
  effect(() => {
    theme.value;
    const encoding = state.input.encoding.value;
    if (encoding) paint(canvas, encoding.seen, '--input');
    else wipe(canvas);
  });
  // The input changes with every move, its words do not.
  const described = computed(() => describeInput(state.input.shown.value));
  effect(() => {
    words.textContent = described.value;
  });
}

function describeInput(input: Input) {
  const { nothing, drawing, testDigitWords, trainingDigitWords } = text.value.input;
  if (input.kind === 'empty') return nothing;
  if (input.kind === 'drawing') return drawing;
  const words = input.split === 't10k' ? testDigitWords : trainingDigitWords;
  return words(count(input.index), input.label);
}
