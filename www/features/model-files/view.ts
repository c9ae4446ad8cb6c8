// What saves the model for other programs, once all of it is there.

import type { Mount } from '../../app/feature';
import { wholeModel } from '../../app/model/whole-model';
import { watch } from '../../ui/lifetime';
import type { Use } from './commands';

export const mount: Mount = (root, { state, send }, signal) => {
  const buttons = [...root.querySelectorAll('button')];
  for (const button of buttons) {
    const save = () => send({ do: 'save for', use: button.dataset.use as Use });
    button.addEventListener('click', save, { signal });
  }
  watch(signal, () => {
    const isThere = wholeModel(state) !== undefined;
    for (const button of buttons) button.disabled = !isThere;
  });
};
