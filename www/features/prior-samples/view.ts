// The sheet of samples from the prior.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { tiled } from '../../ui/film';
import { paint, theme } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { COLUMNS, ROWS } from './state';

export const mount: Mount = (root, { state, send }, signal) => {
  const details = find(HTMLDetailsElement, 'details', root);
  const sheet = find(HTMLCanvasElement, 'canvas', root);
  const again = find(HTMLButtonElement, '#prior-again', root);
  const save = find(HTMLButtonElement, '#prior-save', root);
  const { images } = state.priorSamples;
  const tell = () => send({ do: 'show prior samples', shown: details.open });
  details.addEventListener('toggle', tell, { signal });
  again.addEventListener('click', () => send({ do: 'draw prior samples' }), { signal });
  save.addEventListener(
    'click',
    () => send({ do: 'save', what: 'prior-samples', format: 'png', plain: false }),
    { signal },
  );
  tell();
  watch(signal, () => {
    save.disabled = images.value === undefined;
  });
  watch(signal, () => {
    theme.value;
    if (images.value) paint(sheet, tiled(images.value, COLUMNS), '--output', COLUMNS);
  });
  watch(signal, () => {
    sheet.setAttribute('aria-label', text.value.priorSamples.sheet(ROWS * COLUMNS));
  });
};
