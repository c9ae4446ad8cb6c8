// How the curves are looked at.

import { effect } from '@preact/signals-core';
import type { Axis } from '../../app/run/history';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';
import { count, decimal } from '../../ui/words';
import type { CurveOptions, Shown } from './options';

export function showCurveControls(options: CurveOptions) {
  const shown = find(HTMLSelectElement, '#curves-shown');
  const axis = find(HTMLSelectElement, '#curves-axis');
  shown.addEventListener('change', () => {
    options.shown.value = shown.value as Shown;
  });
  axis.addEventListener('change', () => {
    options.axis.value = axis.value as Axis;
  });
  for (const [id, option] of [
    ['#curves-log-x', options.logX],
    ['#curves-log-y', options.logY],
  ] as const) {
    const box = find(HTMLInputElement, id);
    box.addEventListener('change', () => {
      option.value = box.checked;
    });
  }
  showSmoothing(options);
  showWindow(options);
}

function showSmoothing({ smoothing }: CurveOptions) {
  const slider = find(HTMLInputElement, '#curves-smoothing');
  slider.addEventListener('input', () => {
    smoothing.value = Number(slider.value);
  });
  effect(() => {
    slider.setAttribute('aria-valuetext', smoothing.value === 0 ? text.value.curves.none : slider.value);
  });
}

function showWindow(options: CurveOptions) {
  const reset = find(HTMLButtonElement, '#curves-reset-zoom');
  const words = find(HTMLElement, '#curves-window');
  reset.addEventListener('click', () => {
    options.zoom(undefined);
    // A disabled button would drop the focus.
    find(HTMLSelectElement, '#curves-shown').focus();
  });
  effect(() => {
    const window = options.window.value;
    reset.disabled = !window;
    if (!window) {
      words.textContent = '';
      return;
    }
    const fine = options.axis.value === 'epochs' || window[1] - window[0] < 10;
    const [from, to] = window.map((edge) => (fine ? decimal(edge, 2) : count(edge)));
    words.textContent = text.value.curves.window[options.axis.value](from ?? '', to ?? '');
  });
}
