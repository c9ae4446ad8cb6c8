// The samples of the input's posterior, while the output shows them too, or this layer was switched on by itself.

import { fromPlane } from '../../../app/plane/geometry';
import { text } from '../../../ui/text';
import { SAMPLES } from '../../samples/state';
import type { MapLayer } from '../layers';

export const samples: MapLayer = {
  id: 'samples',
  on: true,
  mount(stage, state, send) {
    const want = (wanted: boolean) => send({ do: 'want samples', by: 'map', wanted });
    stage.effect(() => want(state.map.layers.value.get('samples') === true));
    stage.removed.addEventListener('abort', () => want(false));

    const svg = stage.svg('<circle r="3" />'.repeat(SAMPLES));
    const dots = [...svg.children];
    const key = stage.key('samples');
    stage.effect(() => {
      key.textContent = text.value.map.keys.samples;
    });
    stage.effect(() => {
      const z = state.samples.drawn.value?.z;
      const plane = state.plane.shown.value;
      const view = stage.view.value;
      const fits = z?.length === SAMPLES * plane.across.length;
      svg.classList.toggle('shown', fits);
      // Keeps its place, so that nothing moves under a pen that begins to draw.
      key.hidden = state.samples.wantedBy.value.size === 0;
      key.classList.toggle('absent', !fits);
      if (!z || !fits) return;
      for (const [index, dot] of dots.entries()) {
        const [x, y] = fromPlane(z.subarray(index * plane.across.length), plane);
        dot.setAttribute('cx', String(view.x(x)));
        dot.setAttribute('cy', String(view.y(y)));
      }
    });
  },
};
