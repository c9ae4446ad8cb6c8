// What to measure, and its start and stop.

import { effect } from '@preact/signals-core';
import { find, make } from '../ui/dom';
import type { Device, DevicesHere } from './devices';
import type { BenchRequest } from './run';
import { state } from './state';

export function offer({ devices, missing }: DevicesHere, measure: (request: BenchRequest) => Promise<void>) {
  const start = find(HTMLButtonElement, '#start');
  const stop = find(HTMLButtonElement, '#stop');
  const boxes = devices.map(deviceBox);
  find(HTMLElement, '#missing').textContent = missing.join(' ');
  const chosen = () => devices.filter((_, i) => boxes[i]?.checked);

  const enable = () => {
    const goes = Boolean(state.running.value);
    const focused = document.activeElement;
    start.disabled = goes || chosen().length === 0;
    stop.disabled = !goes;
    find(HTMLProgressElement, '#progress').hidden = !goes;
    // A disabled button would drop the focus: its opposite takes it.
    if (focused === start && goes) stop.focus();
    if (focused === stop && !goes) start.focus();
  };
  effect(enable);
  for (const box of boxes) box.addEventListener('change', enable);
  stop.addEventListener('click', () => state.running.value?.abort());
  start.addEventListener('click', () => {
    const seconds = Number(find(HTMLSelectElement, '#seconds').value);
    const growth = find(HTMLInputElement, '#growth').checked;
    void measure({ devices: chosen(), seconds, growth });
  });
}

function deviceBox({ words, worthwhile }: Device) {
  const box = Object.assign(make('input', ''), { type: 'checkbox', checked: worthwhile });
  find(HTMLElement, '#devices').append(make('label', '', box, ` ${words}`));
  return box;
}
