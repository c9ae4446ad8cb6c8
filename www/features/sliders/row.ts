// One latent dimension: its value to read, type, drag and reset, its KL, and what it does to the digit.

import { REACH } from '../../app/plane/geometry';
import { isImage } from '../../engine/data/spec';
import { make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { makeNumberField } from '../../ui/number-field';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { typedNumber } from '../../ui/typed';
import { latentName } from '../../ui/words';

/** How far z can be set by typing: the slider's thumb stays at its end. */
export const TYPED_REACH = 10;

export interface SliderRow {
  element: HTMLElement;
  range: HTMLInputElement;
  number: HTMLInputElement;
  /** Whether a value is being typed. */
  typing: boolean;
  kl: HTMLElement;
  bar: HTMLElement;
  strip: HTMLCanvasElement;
  /** What is at the lower and at the upper end, in words, of a model of items or texts. */
  ends: readonly [HTMLElement, HTMLElement];
}

interface Asked {
  move(value: number, since?: number): void;
  /** What was typed is no number that z can take. */
  refuse(came: string): void;
}

/** What is typed in it stays as it is when another language is chosen. */
export function makeSliderRow(dimension: number, asked: Asked, signal: AbortSignal): SliderRow {
  const range = make('input', '');
  Object.assign(range, { type: 'range', min: String(-REACH), max: String(REACH), step: '0.01', value: '0' });
  range.addEventListener('input', (event) => asked.move(Number(range.value), event.timeStamp), { signal });

  const number = make('input', 'number');
  number.value = '0.00';
  makeNumberField(number, 0.01, signal);
  const typed = () => {
    row.typing = false;
    const value = typedNumber(number.value);
    if (Math.abs(value) <= TYPED_REACH) asked.move(value);
    else asked.refuse(number.value);
  };
  // What is selected to be typed over must not be written anew meanwhile.
  for (const begin of ['focus', 'input'])
    number.addEventListener(begin, () => (row.typing = true), { signal });
  number.addEventListener('blur', () => (row.typing = false), { signal });
  number.addEventListener('change', typed, { signal });

  const reset = make('button', 'reset', '↺');
  reset.type = 'button';
  reset.addEventListener('click', () => asked.move(0), { signal });

  const strip = make('canvas', 'tile');
  strip.setAttribute('role', 'img');
  const kl = make('span', 'nats');
  const figures = make('div', 'figures', make('span', 'name', latentName(dimension)), number, reset, kl);
  const bar = make('span', '');
  const ends = [make('ul', ''), make('ul', '')] as const;
  const named = make('div', 'ends', ...ends);
  const element = make('div', 'slider', figures, make('div', 'carried', bar), strip, named, range);
  watch(signal, () => {
    named.hidden = isImage(shownData.value);
    strip.hidden = !named.hidden;
  });
  const row: SliderRow = { element, range, number, typing: false, kl, bar, strip, ends };
  watch(signal, () => nameRow(row, reset, dimension + 1));
  return row;
}

function nameRow(
  { range, number, strip, ends: [low, high] }: SliderRow,
  reset: HTMLButtonElement,
  dimension: number,
) {
  const words = text.value.sliders;
  range.setAttribute('aria-label', words.dimension(dimension));
  number.setAttribute('aria-label', words.valueOf(dimension));
  strip.setAttribute('aria-label', words.traversal(dimension));
  low.setAttribute('aria-label', words.towards(dimension, '−'));
  high.setAttribute('aria-label', words.towards(dimension, '+'));
  reset.title = words.resetOne(dimension);
  reset.setAttribute('aria-label', reset.title);
}
