// A field of one number that takes it as it is typed anywhere: the browser's own refuses a foreign comma or digit.

import { typedNumber } from './typed';

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** Arrows change it by a step, as they do in the browser's own. */
export function makeNumberField(field: HTMLInputElement, step: number, signal: AbortSignal) {
  field.setAttribute('role', 'spinbutton');
  field.autocomplete = 'off';
  const digits = step < 1 ? 2 : 0;
  const press = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (!steps || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.value = ((typedNumber(field.value) || 0) + steps * step).toFixed(digits);
    field.dispatchEvent(new Event('change'));
  };
  field.addEventListener('keydown', press, { signal });
}
