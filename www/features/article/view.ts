// What lives in the guided article: its buttons, and its figures once the model shows.

import { given } from '../../app/async/given';
import type { Mount } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { DIGIT } from './digit';
import { showFigures } from './figures';
import { TRIES } from './tries';

export const mount: Mount = (root, context, signal) => {
  const { state, send, report } = context;
  const press = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-try]') : null;
    if (button) TRIES[button.dataset.try ?? '']?.(state, send);
  };
  root.addEventListener('click', press, { signal });
  // A second layer of latents is for images.
  const ladder = find(HTMLElement, '[data-try=lower]', root);
  watch(signal, () => {
    ladder.hidden = !isImage(shownData.value);
  });
  given(state.latent.decoded, signal)
    .then(() => {
      send({ do: 'encode aside', sample: DIGIT });
      return showFigures(root, context, signal);
    })
    .catch(report);
};
