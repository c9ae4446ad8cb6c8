// The posterior of the input, to scale.

import { awayWords } from '../../../app/input/away';
import { type Gaussian, outline, projected } from '../../../app/plane/ellipse';
import { fromPlane } from '../../../app/plane/geometry';
import { find } from '../../../ui/dom';
import { watch, watchValue } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import type { MapLayer } from '../layers';

/** Half the height that it has on the strip of a single dimension, over two standard deviations. */
const STRIP_SIGMA = 0.1;

export const posterior: MapLayer = {
  id: 'posterior',
  on: true,
  mount(stage, state) {
    const svg = stage.svg(
      '<path class="halo" /><path class="two" /><path class="one" /><circle class="mean" r="4" />',
    );
    const [halo, two, one] = ['.halo', '.two', '.one'].map((name) => find(SVGPathElement, name, svg));
    const mean = find(SVGCircleElement, '.mean', svg);
    const key = stage.key('mean');
    const away = awayWords(state);

    // An autoencoder's code is a point.
    const isPoint = () => state.input.encoding.value?.logVar.length === 0;
    watchValue(
      stage.signal,
      () => away.value ?? text.value.map.keys[isPoint() ? 'code' : 'posterior'],
      (words) => {
        key.textContent = words;
      },
    );
    watch(stage.signal, () => {
      svg.toggleAttribute('data-away', away.value !== undefined);
    });
    watch(stage.signal, () => {
      const encoding = state.input.encoding.value;
      const plane = state.plane.shown.value;
      const view = stage.view.value;
      svg.classList.toggle('shown', encoding !== undefined);
      key.classList.toggle('absent', encoding === undefined);
      if (!encoding) return;
      const at = fromPlane(encoding.mu, plane);
      mean.setAttribute('cx', String(view.x(at[0])));
      mean.setAttribute('cy', String(view.y(at[1])));
      const flat = projected(at, encoding.logVar.map(Math.exp), plane, encoding.factor);
      const shape: Gaussian = view.strip
        ? { ...flat, covariance: [flat.covariance[0], 0, STRIP_SIGMA ** 2] }
        : flat;
      for (const [path, times] of [
        [halo, 2],
        [two, 2],
        [one, 1],
      ] as const)
        path?.setAttribute('d', isPoint() ? '' : outline(shape, times, view));
    });
  },
};
