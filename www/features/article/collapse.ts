// Figure: what each latent dimension says about the present input.

import { ofInput } from '../../app/input/away';
import { linear } from '../../ui/charts/scale';
import { ticksOf, tickWords } from '../../ui/charts/ticks';
import { make } from '../../ui/dom';
import { fill, label, line, picture, svg } from '../../ui/svg';
import { text } from '../../ui/text';
import { decimal, latentName } from '../../ui/words';
import { drawn, type Figure, widthOf } from './stage';
import { encodingOf, said } from './whose';

/** Below this many nats a dimension says nothing about the input. */
const COLLAPSED = 0.01;
const HEIGHT = 220;
const [LEFT, BOTTOM, TOP] = [30, 22, 10];

export const collapse: Figure = (stage, context, signal) => {
  const { state } = context;
  const plane = picture('plane');
  const reading = make('p', 'reading');
  stage.append(plane, reading);
  ofInput(stage, context, signal);
  const width = widthOf(signal, plane);
  const read = () => ({
    encoding: encodingOf(state),
    size: state.latent.z.value.length,
    width: width.value,
  });
  drawn(signal, stage, read, ({ encoding, size, width }) => {
    const words = text.value.article;
    const bars = encoding?.logVar.length ? Array.from(encoding.klPerDimension) : [];
    drawBars(plane, width, bars, size);
    const silent = bars.filter((nats) => nats < COLLAPSED).length;
    const sum = bars.reduce((total, nats) => total + nats, 0);
    if (encoding?.logVar.length && bars.length === 0) reading.textContent = words.collapse.mixture;
    else if (bars.length > 0)
      reading.textContent = said(state, words.collapse.reading(bars.length, silent, decimal(sum, 2)));
    else reading.textContent = encoding ? words.noPosterior : words.noInput;
  });
};

function drawBars(root: SVGElement, width: number, bars: readonly number[], size: number) {
  const most = Math.max(1, ...bars) * 1.05;
  const floor = HEIGHT - BOTTOM;
  const x = linear([0, Math.max(1, size)], [LEFT, width]);
  const y = linear([0, most], [floor, TOP]);
  const step = (width - LEFT) / Math.max(1, size);
  const thick = Math.max(0, Math.min(28, 0.7 * step));
  // Names stand at every bar, or at as many as there is room for.
  const every = Math.ceil(24 / step);
  const names = Array.from({ length: size }, (_, index) => index)
    .filter((index) => index % every === 0)
    .map((index) => label(x(index + 0.5), HEIGHT - 6, latentName(index)));
  const marks = bars.map((nats, index) =>
    nats < COLLAPSED
      ? svg('circle', { class: 'hollow', cx: x(index + 0.5), cy: floor - 6, r: 4 })
      : svg('rect', {
          class: 'column',
          x: x(index + 0.5) - thick / 2,
          y: y(nats),
          width: thick,
          height: floor - y(nats),
        }),
  );
  const grid = ticksOf([0, most], 4).flatMap((value) => [
    line(LEFT, y(value), width, y(value), 'grid'),
    label(LEFT - 6, y(value) + 4, tickWords(value), 'end'),
  ]);
  fill(root, width, HEIGHT, ...grid, line(LEFT, floor, width, floor, 'axis'), ...names, ...marks);
}
