// The prior to scale: where it ends at one, two and three sigma.

import { type Gaussian, outline } from '../../../app/plane/ellipse';
import { make } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import type { MapLayer } from '../layers';

const PRIOR: Gaussian = { mean: [0, 0], covariance: [1, 0, 1] };
const SIGMAS = [1, 2, 3];
/** The contours are named where they cross the diagonal, inside the map. */
const DIAGONAL = Math.SQRT1_2;

export const prior: MapLayer = {
  id: 'prior',
  on: false,
  mount(stage) {
    const svg = stage.svg(SIGMAS.map(() => '<g><path class="halo" /><path /></g>').join(''));
    const names = SIGMAS.map((sigma) => make('span', 'name', `${sigma} σ`));
    stage.html(...names);
    watch(stage.signal, () => {
      const view = stage.view.value;
      for (const [index, sigma] of SIGMAS.entries()) {
        const ends = [-sigma, sigma].map((at) => `M${view.x(at)} 0V${view.height}`).join('');
        const path = view.strip ? ends : outline(PRIOR, sigma, view);
        for (const line of svg.children[index]?.children ?? []) line.setAttribute('d', path);
        const name = names[index];
        if (!name) continue;
        name.style.left = `${view.x(view.strip ? sigma : sigma * DIAGONAL)}px`;
        name.style.top = `${view.strip ? view.height / 2 : view.y(-sigma * DIAGONAL)}px`;
      }
    });
    const key = stage.key('contour');
    watch(stage.signal, () => {
      key.textContent = text.value.map.keys.prior;
    });
  },
};
