// Figure: samples of the input's posterior, where they lie and what they decode to.

import { signal as signalOf } from '@preact/signals-core';
import { ofInput } from '../../app/input/away';
import { axisNames } from '../../app/plane/axis-names';
import { type Gaussian, outline, projected } from '../../app/plane/ellipse';
import { fromPlane, type Pair } from '../../app/plane/geometry';
import { linear } from '../../ui/charts/scale';
import { make } from '../../ui/dom';
import { fill, label, line, picture, svg } from '../../ui/svg';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { askAside, paintTiles, tiles } from './aside';
import { drawn, type Figure, widthOf } from './stage';
import { encodingOf, said } from './whose';

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

/** The posterior on the map's plane, and samples of it there. */
interface View {
  gaussian: Gaussian;
  places: readonly Pair[];
  names: readonly string[];
}

export const samples: Figure = (stage, context, signal) => {
  const { state } = context;
  const noise = signalOf(freshNoise());
  const noisy = signalOf(true);
  const [toggle, again] = [make('button', ''), make('button', '')];
  toggle.type = again.type = 'button';
  const turn = () => {
    noisy.value = !noisy.value;
  };
  const renew = () => {
    noise.value = freshNoise();
  };
  toggle.addEventListener('click', turn, { signal });
  again.addEventListener('click', renew, { signal });
  const plane = picture('plane');
  const shown = tiles(SAMPLES);
  const numbered = shown.map((tile, index) => make('div', '', tile, make('span', '', String(index + 1))));
  const reading = make('p', 'reading');
  const controls = make('div', 'controls', toggle, again);
  stage.append(controls, make('div', 'sampled', plane, make('div', 'tiles', ...numbered)), reading);
  ofInput(stage, context, signal);
  const width = widthOf(signal, plane);

  const points = () => {
    const encoding = encodingOf(state);
    if (!encoding || encoding.logVar.length === 0) return undefined;
    const scale = noisy.value ? 1 : 0;
    const sigma = encoding.logVar.map((value) => Math.exp(value / 2));
    const { mu, factor } = encoding;
    const off = (draw: ArrayLike<number>, index: number) =>
      factor.length > 0 ? inRow(factor, index, draw) : (sigma[index] ?? 0) * (draw[index] ?? 0);
    return noise.value.map((draw) => Array.from(mu, (value, index) => value + scale * off(draw, index)));
  };
  const read = (): View | undefined => {
    const [encoding, plane, sampled] = [encodingOf(state), state.plane.shown.value, points()];
    if (!encoding || !sampled) return undefined;
    const variances = encoding.logVar.map((value) => Math.exp(value));
    return {
      gaussian: projected(fromPlane(encoding.mu, plane), variances, plane, encoding.factor),
      places: sampled.map((point) => fromPlane(point, plane)),
      names: axisNames(state),
    };
  };
  askAside(signal, stage, 'samples', context, points);
  drawn(
    signal,
    stage,
    () => ({ view: read(), width: width.value, aside: state.article.asides.value.get('samples') }),
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
      if (view) reading.textContent = said(state, words.samples.reading(pointOf(view), noisy.value));
      else reading.textContent = encodingOf(state) ? words.noPosterior : words.noInput;
    },
  );
};

/** What a row of a lower triangle makes of draws. */
function inRow(factor: ArrayLike<number>, row: number, draw: ArrayLike<number>): number {
  let sum = 0;
  for (let column = 0; column <= row; column++)
    sum += (factor[(row * (row + 1)) / 2 + column] ?? 0) * (draw[column] ?? 0);
  return sum;
}

const sigmasOf = ({ covariance: [xx, , yy] }: Gaussian): Pair => [Math.sqrt(xx), Math.sqrt(yy)];

const pointOf = ({ gaussian, names }: View) =>
  names
    .map((name, axis) => {
      const [mean, sigma] = [gaussian.mean[axis] ?? 0, sigmasOf(gaussian)[axis] ?? 0];
      return `${name} = ${decimal(mean, 2)} ± ${decimal(sigma, 3)}`;
    })
    .join(', ');

function drawPlane(root: SVGElement, side: number, view: View | undefined) {
  if (!view) return fill(root, side, side);
  const { gaussian, places } = view;
  const [mean, sigmas] = [gaussian.mean, sigmasOf(gaussian)];
  const reach = REACH * Math.max(...sigmas);
  const x = linear([mean[0] - reach, mean[0] + reach], [0, side]);
  const y = linear([mean[1] - reach, mean[1] + reach], [side, 0]);
  const rings = [1, 2].map((times) => svg('path', { class: 'ring', d: outline(gaussian, times, { x, y }) }));
  const dots = places.flatMap(([across, up], index) => [
    svg('circle', { class: 'dot', cx: x(across), cy: y(up), r: 4 }),
    label(x(across) + 7, y(up) - 5, String(index + 1), 'start'),
  ]);
  const bar = (sigmas[0] * side) / (2 * reach);
  const ruler = [
    line(8, side - 10, 8 + bar, side - 10, 'ruler'),
    label(14 + bar, side - 6, `σ ${decimal(sigmas[0], 3)}`, 'start'),
  ];
  fill(root, side, side, ...rings, ...dots, ...ruler);
}
