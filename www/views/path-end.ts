// One end of the path: what is decoded there, and where it goes.

import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import { wholeModel } from '../exploring/whole-model';
import type { End, EndName } from '../state/paths';
import type { State } from '../store';
import { type Text, text } from '../text';
import { find } from './dom';
import { paint, theme } from './ink';
import { pointWords } from './words';

const PIXELS = 784;
const GOALS = ['z', 'test digit', 'input'] as const;

export function showEnd(name: EndName, state: State, send: Send) {
  const root = find(HTMLElement, `#end-${name}`);
  const canvas = find(HTMLCanvasElement, 'canvas', root);
  const words = find(HTMLElement, 'p', root);
  effect(() => {
    theme.value;
    const images = state.filmStrip.value?.images;
    if (images)
      paint(canvas, name === 'a' ? images.subarray(0, PIXELS) : images.subarray(-PIXELS), '--output');
  });
  effect(() => {
    const end = state.ends.value?.[name];
    if (end) words.textContent = endWords(end, text.value.paths);
  });
  for (const to of GOALS) {
    const button = find(HTMLButtonElement, `[data-to="${to}"]`, root);
    button.addEventListener('click', () => send({ do: 'set end', end: name, to }));
    effect(() => {
      const model = wholeModel(state);
      if (to === 'test digit') button.disabled = !model;
      if (to === 'input') button.disabled = state.encoding.value === undefined;
    });
  }
}

function endWords({ z, image }: End, strings: Text['paths']): string {
  if (!image) return pointWords(z);
  return image.label === undefined ? strings.ofInput : strings.ofDigit(image.label);
}
