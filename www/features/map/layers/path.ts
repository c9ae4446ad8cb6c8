// The path from A to B: its ends can be dragged, and a new one drawn.

import { fromPlane, onPlane } from '../../../app/plane/geometry';
import type { Send } from '../../../app/send';
import type { ReadonlyState } from '../../../app/store';
import { find } from '../../../ui/dom';
import { onHold } from '../../../ui/hold';
import { watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import { pointUnder } from '../hand';
import type { MapLayer } from '../layers';
import type { MapStage } from '../stage';

const NAMES = ['a', 'b'] as const;

const handle = (name: (typeof NAMES)[number]) =>
  `<g class="handle ${name}"><circle class="hit" r="14" /><circle class="disc" r="9" /><text dy="0.35em">${name.toUpperCase()}</text></g>`;

export const path: MapLayer = {
  id: 'path',
  on: false,
  mount(stage, state, send) {
    const svg = stage.svg(
      `<rect class="sheet" width="100%" height="100%" /><polyline class="halo" /><polyline class="line" />${NAMES.map(handle).join('')}`,
    );
    const key = stage.key('path');
    watch(stage.signal, () => {
      key.textContent = text.value.map.keys.path;
    });
    const placeOf = (z: readonly number[]) => {
      const [x, y] = fromPlane(z, state.plane.shown.value);
      return [stage.view.value.x(x), stage.view.value.y(y)] as const;
    };
    watch(stage.signal, () => {
      const points = state.paths.points.value.map((z) => placeOf(z).join()).join(' ');
      for (const line of svg.querySelectorAll('polyline')) line.setAttribute('points', points);
    });
    const under: Under = (event, z) =>
      onPlane(z, state.plane.shown.peek(), pointUnder(event, stage.base, stage.view.peek()));
    for (const name of NAMES) {
      const group = find(SVGGElement, `.handle.${name}`, svg);
      watch(stage.signal, () => {
        const end = state.paths.ends.value?.[name];
        if (end) group.setAttribute('transform', `translate(${placeOf(end.z).join(' ')})`);
      });
      const place = (event: PointerEvent) => {
        const end = state.paths.ends.peek()?.[name];
        if (end) send({ do: 'place end', end: name, z: under(event, end.z) });
      };
      onHold(group, { start: place, move: place }, stage.signal);
    }
    drawOn(find(SVGRectElement, '.sheet', svg), stage, state, send, under);
  },
};

/** z, moved along the map to where the pointer is. */
type Under = (event: PointerEvent, z: readonly number[]) => number[];

/** A path is drawn on a sheet over the map, from where it is pressed to where it is let go. */
function drawOn(sheet: SVGElement, { signal }: MapStage, state: ReadonlyState, send: Send, under: Under) {
  watch(signal, () => {
    sheet.classList.toggle('drawing', state.paths.drawing.value);
  });
  const move = (event: PointerEvent) =>
    send({ do: 'place end', end: 'b', z: under(event, state.latent.z.peek()) });
  const start = (event: PointerEvent) => {
    send({ do: 'place end', end: 'a', z: under(event, state.latent.z.peek()) });
    move(event);
  };
  onHold(sheet, { start, move, end: () => send({ do: 'draw path', drawing: false }) }, signal);
}
