// The samples of the input's posterior, while the output shows them too, or this layer was switched on by itself.

import { fromPlane } from '../../../app/plane/geometry';
import { isImage } from '../../../engine/data/spec';
import { atEnd, watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import type { MapLayer } from '../layers';

export const samples: MapLayer = {
  id: 'samples',
  suits: isImage,
  on: true,
  mount(stage, state, send) {
    const want = (wanted: boolean) => send({ do: 'want samples', by: 'map', wanted });
    watch(stage.signal, () => want(state.map.layers.value.get('samples') === true));
    atEnd(stage.signal, () => want(false));

    const svg = stage.svg('<circle r="3" />'.repeat(state.samples.count));
    const dots = [...svg.children];
    const key = stage.key('samples');
    watch(stage.signal, () => {
      key.textContent = text.value.map.keys.samples;
    });
    watch(stage.signal, () => {
      const z = state.samples.drawn.value?.z;
      const plane = state.plane.shown.value;
      const view = stage.view.value;
      svg.classList.toggle('shown', z !== undefined);
      svg.toggleAttribute('data-away', state.input.away.value);
      // Keeps its place, so that nothing moves under a pen that begins to draw.
      key.hidden = state.samples.wantedBy.value.size === 0;
      key.classList.toggle('absent', !z);
      if (!z) return;
      for (const [index, dot] of dots.entries()) {
        const [x, y] = fromPlane(z.subarray(index * plane.across.length), plane);
        dot.setAttribute('cx', String(view.x(x)));
        dot.setAttribute('cy', String(view.y(y)));
      }
    });
  },
};
