// How the curves are looked at.

import type { Axis } from '../../app/run/history';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count, decimal } from '../../ui/words';
import type { CurveOptions, Shown } from './options';

export function showCurveControls(root: HTMLElement, options: CurveOptions, signal: AbortSignal) {
  const shown = find(HTMLSelectElement, '#curves-shown', root);
  const axis = find(HTMLSelectElement, '#curves-axis', root);
  const [logX, logY] = ['#curves-log-x', '#curves-log-y'].map((id) => find(HTMLInputElement, id, root));
  const choose = () => {
    options.shown.value = shown.value as Shown;
    options.axis.value = axis.value as Axis;
    options.logX.value = logX?.checked ?? false;
    options.logY.value = logY?.checked ?? false;
  };
  for (const control of [shown, axis, logX, logY]) control?.addEventListener('change', choose, { signal });
  showSmoothing(root, options, signal);
  showWindow(root, options, signal);
}

function showSmoothing(root: HTMLElement, { smoothing }: CurveOptions, signal: AbortSignal) {
  const slider = find(HTMLInputElement, '#curves-smoothing', root);
  const set = () => {
    smoothing.value = Number(slider.value);
  };
  slider.addEventListener('input', set, { signal });
  watch(signal, () => {
    slider.setAttribute('aria-valuetext', smoothing.value === 0 ? text.value.curves.none : slider.value);
  });
}

function showWindow(root: HTMLElement, options: CurveOptions, signal: AbortSignal) {
  const reset = find(HTMLButtonElement, '#curves-reset-zoom', root);
  const words = find(HTMLElement, '#curves-window', root);
  const showAll = () => {
    options.zoom(undefined);
    // A disabled button would drop the focus.
    find(HTMLSelectElement, '#curves-shown', root).focus();
  };
  reset.addEventListener('click', showAll, { signal });
  watch(signal, () => {
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
