// One latent dimension: its value to read, type, drag and reset, its KL, and what it does to the digit.

import { REACH } from '../../app/plane/geometry';
import { make } from '../../ui/dom';
import type { Text } from '../../ui/text';
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
}

interface Asked {
  move(value: number, since?: number): void;
  /** What was typed is no number that z can take. */
  refuse(): void;
}

export function makeSliderRow(dimension: number, strings: Text['sliders'], asked: Asked): SliderRow {
  const range = make('input', '');
  Object.assign(range, { type: 'range', min: String(-REACH), max: String(REACH), step: '0.01', value: '0' });
  range.setAttribute('aria-label', strings.dimension(dimension + 1));
  range.addEventListener('input', (event) => asked.move(Number(range.value), event.timeStamp));

  const number = make('input', 'number');
  Object.assign(number, { type: 'number', step: '0.01', value: '0.00' });
  number.setAttribute('aria-label', strings.valueOf(dimension + 1));
  number.addEventListener('input', () => (row.typing = true));
  number.addEventListener('blur', () => (row.typing = false));
  number.addEventListener('change', () => {
    row.typing = false;
    const value = number.valueAsNumber;
    if (Math.abs(value) <= TYPED_REACH) asked.move(value);
    else asked.refuse();
  });

  const reset = make('button', 'reset', '↺');
  reset.type = 'button';
  reset.title = strings.resetOne(dimension + 1);
  reset.setAttribute('aria-label', reset.title);
  reset.addEventListener('click', () => asked.move(0));

  const strip = make('canvas', 'tile');
  strip.setAttribute('role', 'img');
  strip.setAttribute('aria-label', strings.traversal(dimension + 1));
  const kl = make('span', 'nats');
  const figures = make('div', 'figures', make('span', 'name', latentName(dimension)), number, reset, kl);
  const bar = make('span', '');
  const element = make('div', 'slider', figures, make('div', 'carried', bar), strip, range);
  const row: SliderRow = { element, range, number, typing: false, kl, bar, strip };
  return row;
}
