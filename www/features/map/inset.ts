// A small image beside the pointer: the test digit that is pointed at, else what is decoded there.

import { computed } from '@preact/signals-core';
import { fromPlane, type Pair } from '../../app/plane/geometry';
import type { Viewport } from '../../app/plane/viewport';
import type { ReadonlyState } from '../../app/store';
import { hasItems, hasTexts } from '../../engine/data/spec';
import { find, rewrite } from '../../ui/dom';
import { type Hue, paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { nameOfClass, nameOfItem, shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { textOf } from '../../ui/written';
import { pixelOf, placeOf } from './codes';
import type { MapParts } from './parts';

interface Shown {
  at: Pair;
  /** None of a model of items. */
  picture: { pixels: Uint8Array; hue: Hue } | undefined;
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
    canvas.hidden = !now.picture;
    inset.classList.toggle('in-words', canvas.hidden);
    if (now.picture) paint(canvas, now.picture.pixels, now.picture.hue);
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
  const { map } = text.value;
  const written = writtenIn(pixels);
  if (written !== undefined) return { at, picture: undefined, words: map.text(index, written) };
  if (hasItems(shownData.value)) return { at, picture: undefined, words: map.person(index, likedIn(pixels)) };
  return { at, picture: { pixels, hue: '--input' }, words: map.testDigit(index, nameOfClass(label)) };
}

/** What a sample says, where it is a text. */
const writtenIn = (pixels: Uint8Array) =>
  hasTexts(shownData.value) ? textOf(pixels, shownData.value) : undefined;

/** The names of the items that somebody likes. */
const likedIn = (counts: Uint8Array): string[] =>
  Array.from(counts.entries()).flatMap(([item, liked]) => (liked > 0 ? [nameOfItem(item)] : []));

function peekOf(state: ReadonlyState, view: Viewport): Shown | undefined {
  const peek = state.map.peek.value;
  if (!peek) return undefined;
  const [x, y] = fromPlane(peek.z, state.plane.shown.value);
  const at: Pair = [view.x(x), view.y(y)];
  if ('items' in peek)
    return { at, picture: undefined, words: text.value.map.likelier(peek.items.map(nameOfItem)) };
  const written = writtenIn(peek.pixels);
  if (written !== undefined) return { at, picture: undefined, words: written };
  return { at, picture: { pixels: peek.pixels, hue: '--output' }, words: pointWords(peek.z) };
}
