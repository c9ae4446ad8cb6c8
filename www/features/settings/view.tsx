// Brings the form to life, which the build has rendered.

import '@preact/signals';
import { Signal } from '@preact/signals-core';
import { render } from 'preact';
import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { rememberFold } from '../../ui/remember';
import { SettingsForm } from './form';

export const mount: Mount = (root, { state, send }, signal) => {
  root.addEventListener('submit', (event) => event.preventDefault(), { signal });
  // Over what the build has rendered: values and folds may be others by now.
  const advanced = find(HTMLDetailsElement, '#advanced', root);
  rememberFold(advanced, 'all settings', signal);
  const unfolded = new Signal(advanced.open);
  render(<SettingsForm state={state} send={send} unfolded={unfolded} />, root);
  delete root.dataset.rendered;
  atEnd(signal, () => render(null, root));

  // A start may be refused before the form is there.
  let refusals = 0;
  watch(signal, () => {
    if (state.settings.refusals.value === refusals) return;
    refusals = state.settings.refusals.value;
    // The errors are in the page with the next frame.
    requestAnimationFrame(() => showWrong(root, unfolded));
  });
};

/** The first field that is wrong gets the focus, also where it is folded away. */
function showWrong(root: HTMLElement, unfolded: Signal<boolean>) {
  const wrong = root.querySelector<HTMLElement>('[aria-invalid="true"]');
  const advanced = find(HTMLDetailsElement, '#advanced', root);
  if (wrong && advanced.contains(wrong)) {
    unfolded.value = true;
    advanced.open = true;
  }
  wrong?.focus();
}
