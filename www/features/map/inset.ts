// A small image beside the pointer: the test digit that is pointed at, else what is decoded there.

import { computed } from '@preact/signals-core';
import { fromPlane, type Pair } from '../../app/plane/geometry';
import type { Viewport } from '../../app/plane/viewport';
import type { ReadonlyState } from '../../app/store';
import { find, rewrite } from '../../ui/dom';
import { type Hue, paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { nameOfClass } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { pixelOf, placeOf } from './codes';
import type { MapParts } from './parts';

interface Shown {
  at: Pair;
  pixels: Uint8Array;
  hue: Hue;
  words: string;
}

export function showInset({ root, view, state, signal }: MapParts) {
  const inset = find(HTMLElement, '#map-inset', root);
  const canvas = find(HTMLCanvasElement, 'canvas', inset);
  const words = find(HTMLElement, 'p', inset);
  const shown = computed(() => sampleOf(state, view.value) ?? peekOf(state, view.value));
  watch(signal, () => {
    theme.value;
    const now = shown.value;
    inset.classList.toggle('shown', now !== undefined);
    if (!now) return;
    paint(canvas, now.pixels, now.hue);
    rewrite(words, now.words);
    const [x, y] = now.at;
    inset.classList.toggle('leftwards', x > view.value.width / 2);
    inset.classList.toggle('downwards', y < view.value.height / 2);
    Object.assign(inset.style, { left: `${x}px`, top: `${y}px` });
  });
}

function sampleOf(state: ReadonlyState, view: Viewport): Shown | undefined {
  const digit = state.map.pointed.value;
  const codes = state.codes.found.value;
  if (!digit || !codes) return undefined;
  const { pixels, index, label } = digit;
  const at = pixelOf(placeOf(codes, index, state.plane.shown.value), index, view);
  return { at, pixels, hue: '--input', words: text.value.map.testDigit(index, nameOfClass(label)) };
}

function peekOf(state: ReadonlyState, view: Viewport): Shown | undefined {
  const peek = state.map.peek.value;
  if (!peek) return undefined;
  const [x, y] = fromPlane(peek.z, state.plane.shown.value);
  return { at: [view.x(x), view.y(y)], pixels: peek.pixels, hue: '--output', words: pointWords(peek.z) };
}
