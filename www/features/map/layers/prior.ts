// The prior to scale: N(0, I) where it ends at one, two and three sigma, a mixture by its Gaussians at one.

import { type Gaussian, outline, projected } from '../../../app/plane/ellipse';
import { fromPlane, type Plane } from '../../../app/plane/geometry';
import type { Viewport } from '../../../app/plane/viewport';
import type { PriorComponents } from '../../../engine/protocol';
import { make } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import type { MapLayer } from '../layers';

const PRIOR: Gaussian = { mean: [0, 0], covariance: [1, 0, 1] };
const SIGMAS = [1, 2, 3];
/** The contours are named where they cross the diagonal, inside the map. */
const DIAGONAL = Math.SQRT1_2;
/** Of a component's weight over the heaviest one's, the least that is seen. */
const FAINTEST = 0.15;

export const prior: MapLayer = {
  id: 'prior',
  on: false,
  mount(stage, state) {
    const svg = stage.svg('');
    const names = SIGMAS.map((sigma) => make('span', 'name', `${sigma} σ`));
    stage.html(...names);
    const key = stage.key('contour');
    watch(stage.signal, () => {
      const view = stage.view.value;
      const mixture = state.model.shown.value?.summary.prior;
      const { keys } = text.value.map;
      key.textContent = mixture ? keys.components(mixture.weights.length) : keys.prior;
      svg.innerHTML = mixture ? componentsOf(mixture, state.plane.shown.value, view) : contoursOf(view);
      for (const [index, sigma] of SIGMAS.entries()) {
        const name = names[index];
        if (!name) continue;
        name.hidden = mixture !== undefined;
        name.style.left = `${view.x(view.strip ? sigma : sigma * DIAGONAL)}px`;
        name.style.top = `${view.strip ? view.height / 2 : view.y(-sigma * DIAGONAL)}px`;
      }
    });
  },
};

const drawn = (path: string) => `<path class="halo" d="${path}" /><path d="${path}" />`;

/** Its ends at so many sigma on the strip of a single dimension. */
const endsOf = (middle: number, sigma: number, view: Viewport) =>
  [-sigma, sigma].map((off) => `M${view.x(middle + off)} 0V${view.height}`).join('');

const contoursOf = (view: Viewport) =>
  SIGMAS.map((sigma) => drawn(view.strip ? endsOf(0, sigma, view) : outline(PRIOR, sigma, view))).join('');

/** Centre and outline of each, the lighter the fainter. */
function componentsOf({ weights, means, variances }: PriorComponents, plane: Plane, view: Viewport): string {
  const latent = means.length / weights.length;
  const heaviest = Math.max(...weights);
  const component = (weight: number, index: number) => {
    const of = (values: readonly number[]) => values.slice(index * latent, (index + 1) * latent);
    const gaussian = projected(fromPlane(of(means), plane), of(variances), plane);
    const [x, y] = gaussian.mean;
    const path = view.strip ? endsOf(x, Math.sqrt(gaussian.covariance[0]), view) : outline(gaussian, 1, view);
    const centre = `<circle r="3" cx="${view.x(x)}" cy="${view.strip ? view.height / 2 : view.y(y)}" />`;
    const opacity = Math.max(FAINTEST, weight / heaviest).toFixed(2);
    return `<g class="component" opacity="${opacity}">${drawn(path)}${centre}</g>`;
  };
  return weights.map(component).join('');
}
