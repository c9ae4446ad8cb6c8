// What a pad in colour is drawn with: colours for the pen, and one for the ground.

import { find, make } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { language } from '../../ui/text';
import { groundOf } from './colouring';
import './palette.css';
import { record } from '../../app/undoable';
import { words } from './palette-words';
import type { Pen } from './pen';
import { type History, isDrawing } from './sheet';
import type { Stroke } from './strokes';

const COLOURS = {
  black: '#000000',
  white: '#ffffff',
  red: '#e02b20',
  orange: '#f28c1c',
  yellow: '#f7d038',
  green: '#2f9e44',
  blue: '#2b6cd4',
  purple: '#8e44ad',
} as const;
type Name = keyof typeof COLOURS;

interface Pad {
  canvas: HTMLCanvasElement;
  pen: Pick<Pen, 'dip'>;
  history: History;
  /** Hands the model what lies on the pad. */
  hand(): void;
}

export { coloursOf } from './colouring';

/** Below the pad's buttons, until the signal aborts. */
export function showPalette(root: HTMLElement, pad: Pad, signal: AbortSignal) {
  if (signal.aborted) return;
  const palette = make(
    'fieldset',
    'palette',
    make('legend', ''),
    penColours(pad, signal),
    ground(pad, signal),
  );
  find(HTMLElement, '.buttons', root).after(palette);
  atEnd(signal, () => palette.remove());
  watch(signal, () => {
    find(HTMLElement, 'legend', palette).textContent = words[language.value].title;
  });
}

function penColours({ pen }: Pad, signal: AbortSignal): HTMLElement {
  const choices = (Object.keys(COLOURS) as Name[]).map((name) => {
    const choice = make('input', 'swatch');
    Object.assign(choice, {
      type: 'radio',
      name: 'pen-colour',
      value: COLOURS[name],
      checked: name === 'black',
    });
    choice.style.setProperty('--swatch', COLOURS[name]);
    choice.addEventListener('change', () => pen.dip(COLOURS[name]), { signal });
    return { name, choice };
  });
  const other = colourField('#00a0a0');
  const dipOther = () => {
    for (const { choice } of choices) choice.checked = false;
    pen.dip(other.value);
  };
  for (const event of ['input', 'click']) other.addEventListener(event, dipOther, { signal });
  pen.dip(COLOURS.black);
  watch(signal, () => {
    const said = words[language.value];
    for (const { name, choice } of choices) named(choice, said[name]);
    named(other, said.other);
  });
  return make('div', 'swatches', ...choices.map(({ choice }) => choice), other);
}

/** Another ground is a step that can be undone, and a picture also without a stroke on it. */
function ground({ canvas, history, hand }: Pad, signal: AbortSignal): HTMLElement {
  const field = colourField('');
  const name = make('span', '');
  const strokes = () => {
    const { present } = history.value;
    return isDrawing(present) ? present : [];
  };
  const change = () => {
    const fill: Stroke = { erases: false, colour: field.value, lines: [], end: [0, 0], last: [0, 0] };
    history.value = record(history.peek(), [...strokes(), fill]);
    hand();
  };
  field.addEventListener('change', change, { signal });
  watch(signal, () => {
    field.value = groundOf(strokes());
    canvas.style.background = field.value;
  });
  atEnd(signal, () => canvas.style.removeProperty('background'));
  watch(signal, () => {
    name.textContent = words[language.value].ground;
  });
  return make('label', 'ground', name, field);
}

function colourField(value: string): HTMLInputElement {
  const field = make('input', '');
  return Object.assign(field, { type: 'color', value });
}

function named(field: HTMLInputElement, name: string) {
  field.ariaLabel = name;
  field.title = name;
}
