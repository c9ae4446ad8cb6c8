// Figure: samples of the input's posterior, where they lie and what they decode to.

import { signal } from '@preact/signals-core';
import { text } from '../text';
import { make } from '../views/dom';
import { decimal, latentName } from '../views/words';
import { askAside, paintTiles, tiles } from './aside';
import { drawn, type Figure, widthOf } from './stage';
import { fill, label, line, linear, picture, svg } from './svg';

const SAMPLES = 8;
/** The frame reaches this many of the wider axis's sigma from the mean. */
const REACH = 3;

/** Standard normal draws, by Box and Muller. */
const draws = (count: number) =>
  Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random()),
  );
const LARGEST = 64;
const freshNoise = () => Array.from({ length: SAMPLES }, () => draws(LARGEST));

interface View {
  mean: readonly number[];
  sigma: readonly number[];
  points: readonly (readonly number[])[];
  axes: readonly [number, number];
}

export const samples: Figure = (stage, state, send) => {
  const noise = signal(freshNoise());
  const noisy = signal(true);
  const [toggle, again] = [make('button', ''), make('button', '')];
  toggle.type = again.type = 'button';
  toggle.addEventListener('click', () => {
    noisy.value = !noisy.value;
  });
  again.addEventListener('click', () => {
    noise.value = freshNoise();
  });
  const plane = picture('plane');
  const shown = tiles(SAMPLES);
  const numbered = shown.map((tile, index) => make('div', '', tile, make('span', '', String(index + 1))));
  const reading = make('p', 'reading');
  const controls = make('div', 'controls', toggle, again);
  stage.append(controls, make('div', 'sampled', plane, make('div', 'tiles', ...numbered)), reading);
  const width = widthOf(plane);

  const read = (): View | undefined => {
    const encoding = state.encoding.value;
    if (!encoding || encoding.logVar.length === 0) return undefined;
    const mean = Array.from(encoding.mu);
    const sigma = Array.from(encoding.logVar, (value) => Math.exp(value / 2));
    const scale = noisy.value ? 1 : 0;
    const points = noise.value.map((draw) =>
      mean.map((value, index) => value + scale * (sigma[index] ?? 0) * (draw[index] ?? 0)),
    );
    return { mean, sigma, points, axes: state.axes.value };
  };
  askAside(stage, 'samples', state, send, () => read()?.points);
  drawn(
    stage,
    () => ({ view: read(), width: width.value, aside: state.asides.value.get('samples') }),
    ({ view, width, aside }) => {
      const words = text.value.article;
      toggle.textContent = words.samples.noise;
      toggle.setAttribute('aria-pressed', String(noisy.value));
      again.textContent = words.samples.again;
      again.disabled = !view || !noisy.value;
      for (const [index, tile] of shown.entries())
        tile.setAttribute('aria-label', words.samples.tile(index + 1));
      paintTiles(shown, view && aside);
      drawPlane(plane, width, view);
      if (view) reading.textContent = words.samples.reading(pointOf(view), noisy.value);
      else reading.textContent = state.encoding.value ? words.noPosterior : words.noInput;
    },
  );
};

const pointOf = ({ mean, sigma, axes }: View) =>
  [...new Set(axes)]
    .map((axis) => `${latentName(axis)} = ${decimal(mean[axis] ?? 0, 2)} ± ${decimal(sigma[axis] ?? 0, 3)}`)
    .join(', ');

function drawPlane(root: SVGElement, side: number, view: View | undefined) {
  if (!view) return fill(root, side, side);
  const { mean, sigma, points, axes } = view;
  const [across, up] = axes;
  const reach = REACH * Math.max(sigma[across] ?? 0, sigma[up] ?? 0);
  const x = linear([(mean[across] ?? 0) - reach, (mean[across] ?? 0) + reach], [0, side]);
  const y = linear([(mean[up] ?? 0) - reach, (mean[up] ?? 0) + reach], [side, 0]);
  const at = (point: readonly number[]) =>
    across === up
      ? ([x(point[across] ?? 0), side / 2] as const)
      : ([x(point[across] ?? 0), y(point[up] ?? 0)] as const);
  const pixels = side / (2 * reach);
  const rings = [1, 2].map((times) =>
    svg('ellipse', {
      class: 'ring',
      cx: side / 2,
      cy: side / 2,
      rx: times * pixels * (sigma[across] ?? 0),
      ry: across === up ? 0 : times * pixels * (sigma[up] ?? 0),
    }),
  );
  const dots = points.flatMap((point, index) => {
    const [cx, cy] = at(point);
    return [svg('circle', { class: 'dot', cx, cy, r: 4 }), label(cx + 7, cy - 5, String(index + 1), 'start')];
  });
  const bar = (sigma[across] ?? 0) * pixels;
  const ruler = [
    line(8, side - 10, 8 + bar, side - 10, 'ruler'),
    label(14 + bar, side - 6, `σ ${decimal(sigma[across] ?? 0, 3)}`, 'start'),
  ];
  fill(root, side, side, ...rings, ...dots, ...ruler);
}
