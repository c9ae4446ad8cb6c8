// Accuracy over the labels seen, a line for each space.

import { linear } from '../../../ui/charts/scale';
import { ticksOf, tickWords } from '../../../ui/charts/ticks';
import { fill, label, line, pathOf, svg } from '../../../ui/svg';

const [WIDTH, HEIGHT] = [320, 170];
const [LEFT, RIGHT, TOP, BOTTOM] = [46, 10, 8, 20];
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const NAMES = ['codes', 'pca', 'pixels'];

/** Points of labels and of the share that is right. */
export function drawCurve(root: SVGElement, lines: readonly (readonly [number, number])[][]) {
  const most = Math.max(2, ...lines.flat().map(([labels]) => labels));
  const x = linear([1, most], [LEFT, WIDTH - RIGHT]);
  const y = linear([0, 1], [HEIGHT - BOTTOM, TOP]);
  const across = ticksOf([1, most], 4).filter(Number.isInteger);
  const curves = lines.flatMap((points, index) => {
    const at = points.map(([labels, share]) => [x(labels), y(share)] as const);
    const dots = at.map(([cx, cy]) => svg('circle', { class: NAMES[index] ?? '', cx, cy, r: 2.5 }));
    return [svg('path', { class: NAMES[index] ?? '', d: pathOf(at) }), ...dots];
  });
  fill(
    root,
    WIDTH,
    HEIGHT,
    ...SHARES.map((share) => line(LEFT, y(share), WIDTH - RIGHT, y(share), 'grid')),
    ...SHARES.map((share) => label(LEFT - 6, y(share) + 4, `${100 * share} %`, 'end')),
    ...across.map((labels) => label(x(labels), HEIGHT - 5, tickWords(labels))),
    ...curves,
  );
}
