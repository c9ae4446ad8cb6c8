// The batch of the walked step: each image's posterior, and its z on the way from the mean.

import { outline, projected } from '../../../app/plane/ellipse';
import { fromPlane } from '../../../app/plane/geometry';
import { imagesOf } from '../../../app/run/walk';
import { isImage } from '../../../engine/data/spec';
import { find } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import type { MapLayer } from '../layers';

const IMAGE =
  '<g><path class="one" /><circle class="mean" r="3" /><line /><circle class="halo" r="6.5" /><circle class="z" r="5" /></g>';

export const batch: MapLayer = {
  id: 'batch',
  suits: isImage,
  on: true,
  fixed: true,
  mount(stage, state) {
    const svg = stage.svg('');
    const key = stage.key('batch');
    watch(stage.signal, () => {
      const at = state.slowMotion.at.value;
      const walk = at && at !== 'waiting' ? at.walk : undefined;
      const plane = state.plane.shown.value;
      const view = stage.view.value;
      const count = walk ? imagesOf(walk) : 0;
      const fits = walk && walk.mu.length === count * plane.across.length;
      key.textContent = fits ? text.value.slowMotion.key : '';
      if (!at || at === 'waiting' || !fits || at.stage === 'encode') return svg.replaceChildren();
      if (svg.childElementCount !== count) svg.innerHTML = IMAGE.repeat(count);
      for (const [index, image] of [...svg.children].entries()) {
        const of = (values: Float32Array) =>
          values.subarray(index * plane.across.length, (index + 1) * plane.across.length);
        const mean = fromPlane(of(walk.mu), plane);
        const z = fromPlane(of(walk.z), plane);
        const [x, y] = [view.x(mean[0]), view.y(mean[1])];
        const [dx, dy] = [view.x(z[0]) - x, view.y(z[1]) - y];
        const size = walk.factor.length / count;
        const factor = walk.factor.subarray(index * size, (index + 1) * size);
        const spread = projected(mean, of(walk.logVar).map(Math.exp), plane, factor);
        find(SVGPathElement, '.one', image).setAttribute('d', outline(spread, 1, view));
        if (!(image instanceof SVGGElement)) continue;
        image.style.setProperty('--dx', `${dx}px`);
        image.style.setProperty('--dy', `${dy}px`);
        place(find(SVGLineElement, 'line', image), { x1: x, y1: y, x2: x + dx, y2: y + dy });
        for (const circle of image.querySelectorAll('circle')) place(circle, { cx: x, cy: y });
      }
    });
  },
};

function place(element: SVGElement, numbers: Readonly<Record<string, number>>) {
  for (const [name, value] of Object.entries(numbers)) element.setAttribute(name, value.toFixed(2));
}
