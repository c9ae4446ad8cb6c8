// What can be saved as a file.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';
import { EXPORTS } from './state';

export function showExport(state: State, send: Send) {
  const root = find(HTMLElement, '#export');
  const plain = find(HTMLInputElement, '#export-plain');
  const words = find(HTMLElement, '#export-words');
  for (const what of EXPORTS) {
    find(HTMLButtonElement, `[data-save="${what}"]`, root).addEventListener('click', () =>
      send({ do: 'save', what, plain: plain.checked }),
    );
  }
  const history = find(HTMLButtonElement, '[data-save="history animation"]', root);
  effect(() => {
    history.disabled = state.replay.moments.value.length === 0;
  });
  effect(() => {
    words.textContent = state.export.saving.value ? text.value.export.saving : '';
  });
}
