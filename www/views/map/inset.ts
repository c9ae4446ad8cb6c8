// A small image beside the pointer: the test digit that is pointed at, else what is decoded there.

import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import { pixelOf, placeOf } from '../../map/codes';
import { fromPlane, type Pair } from '../../map/geometry';
import type { Viewport } from '../../map/viewport';
import type { State } from '../../store';
import { text } from '../../text';
import { find, rewrite } from '../dom';
import { type Hue, paint, theme } from '../ink';
import { pointWords } from '../words';

interface Shown {
  at: Pair;
  pixels: Uint8Array;
  hue: Hue;
  words: string;
}

export function showInset(state: State, view: ReadonlySignal<Viewport>) {
  const inset = find(HTMLElement, '#map-inset');
  const canvas = find(HTMLCanvasElement, 'canvas', inset);
  const words = find(HTMLElement, 'p', inset);
  const shown = computed(() => digitOf(state, view.value) ?? peekOf(state, view.value));
  effect(() => {
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

function digitOf(state: State, view: Viewport): Shown | undefined {
  const digit = state.pointedDigit.value;
  const codes = state.codes.value;
  if (!digit || !codes || codes.latentSize !== state.plane.value.across.length) return undefined;
  const { pixels, index, label } = digit;
  const at = pixelOf(placeOf(codes, index, state.plane.value), index, view);
  return { at, pixels, hue: '--input', words: text.value.map.testDigit(index, label) };
}

function peekOf(state: State, view: Viewport): Shown | undefined {
  const peek = state.peek.value;
  if (!peek) return undefined;
  const [x, y] = fromPlane(peek.z, state.plane.value);
  return { at: [view.x(x), view.y(y)], pixels: peek.pixels, hue: '--output', words: pointWords(peek.z) };
}
