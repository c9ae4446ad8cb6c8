// Where z is.

import { computed } from '@preact/signals-core';
import { fromPlane } from '../../../app/plane/geometry';
import { find, onFrame } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import type { MapLayer } from '../layers';

const RING =
  '<circle r="0.12" /><path d="M-.22 0H-.12M.12 0H.22M0-.22V-.12M0 .12V.22" vector-effect="non-scaling-stroke" />';
/** As wide on the screen as this many sigma were on a map of six. */
const WIDTHS = 6;

export const marker: MapLayer = {
  id: 'marker',
  on: true,
  fixed: true,
  mount(stage, state) {
    const svg = stage.svg(`<g><g class="halo">${RING}</g><g class="line">${RING}</g></g>`);
    const group = find(SVGGElement, 'g', svg);
    const place = onFrame(() => {
      const view = stage.view.peek();
      const [across, up] = fromPlane(state.latent.z.peek(), state.plane.shown.peek());
      const [x, y] = [view.x(across), view.y(up)];
      const [left, top] = [Math.min(Math.max(x, 0), view.width), Math.min(Math.max(y, 0), view.height)];
      // The compositor's work alone: nothing is laid out or painted while z moves.
      svg.style.transform = `translate(${left}px, ${top}px)`;
      group.classList.toggle('beyond', Math.hypot(left - x, top - y) > 0.5);
    }, stage.signal);
    watch(stage.signal, () => {
      stage.view.value;
      state.latent.z.value;
      state.plane.shown.value;
      place();
    });
    watch(stage.signal, () => group.setAttribute('transform', `scale(${stage.view.value.width / WIDTHS})`));
    const key = stage.key('z');
    const beyond = computed(() => {
      const view = stage.view.value;
      const [across, up] = fromPlane(state.latent.z.value, state.plane.shown.value);
      const outside = (at: number, size: number) => at < -0.5 || at > size + 0.5;
      return outside(view.x(across), view.width) || outside(view.y(up), view.height);
    });
    watch(stage.signal, () => {
      key.textContent = beyond.value ? text.value.map.keys.zBeyond : text.value.map.keys.z;
    });
  },
};
