// One end of the path: what is decoded there, and where it goes.

import type { PanelContext } from '../../app/feature';
import { wholeModel } from '../../app/model/whole-model';
import { isImage } from '../../engine/data/spec';
import { find } from '../../ui/dom';
import { paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { imageAt, nameOfClass, shownData } from '../../ui/shown-data';
import { type Text, text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { TILES } from './follow';
import type { End, EndName } from './state';

const GOALS = ['z', 'test sample', 'input'] as const;

export function showEnd(
  name: EndName,
  root: HTMLElement,
  { state, send }: PanelContext,
  signal: AbortSignal,
) {
  const canvas = find(HTMLCanvasElement, 'canvas', root);
  const words = find(HTMLElement, 'p', root);
  watch(signal, () => {
    canvas.hidden = !isImage(shownData.value);
  });
  watch(signal, () => {
    theme.value;
    const images = state.paths.film.value?.images;
    if (images) paint(canvas, imageAt(images, name === 'a' ? 0 : TILES - 1), '--output');
  });
  watch(signal, () => {
    const end = state.paths.ends.value?.[name];
    if (end) words.textContent = endWords(end, text.value.paths);
  });
  for (const to of GOALS) {
    const button = find(HTMLButtonElement, `[data-to="${to}"]`, root);
    button.addEventListener('click', () => send({ do: 'set end', end: name, to }), { signal });
    watch(signal, () => {
      const model = wholeModel(state);
      if (to === 'test sample') button.disabled = !model;
      if (to === 'input') button.disabled = state.input.encoding.value === undefined;
    });
  }
}

function endWords({ z, image }: End, strings: Text['paths']): string {
  if (!image) return pointWords(z);
  if (image.label === undefined) return strings.ofInput;
  return isImage(shownData.value) ? strings.ofDigit(nameOfClass(image.label)) : strings.ofPerson;
}
