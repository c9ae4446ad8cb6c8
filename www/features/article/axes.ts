// Figure: the prior along the map's first axis, in cells of equal mass or of equal width, and what is decoded in each.

import { axisNames } from '../../app/plane/axis-names';
import { fromPlane, onPlane } from '../../app/plane/geometry';
import { gridWords } from '../../app/plane/grid-words';
import { density, distribution } from '../../app/plane/normal';
import { linear } from '../../ui/charts/scale';
import { tickWords } from '../../ui/charts/ticks';
import { make } from '../../ui/dom';
import { fill, label, line, pathOf, picture, svg } from '../../ui/svg';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { askAside, paintTiles, tiles } from './aside';
import { CELLS, type Cell, cellsOf } from './cells';
import { drawn, type Figure, widthOf } from './stage';

const RANGE = [-3.4, 3.4] as const;
const POINTS = 65;
const [HEIGHT, FLOOR, TOP] = [230, 170, 10];

export const axes: Figure = (stage, context, signal) => {
  const { state, send } = context;
  const buttons = (['equal prior mass', 'equal spacing'] as const).map((grid) => {
    const button = make('button', '');
    button.type = 'button';
    button.addEventListener('click', () => send({ do: 'choose map grid', grid }), { signal });
    return { grid, button };
  });
  const plane = picture('plane');
  const shown = tiles(CELLS);
  const reading = make('p', 'reading');
  stage.append(
    make('div', 'controls', ...buttons.map(({ button }) => button)),
    plane,
    make('div', 'tiles', ...shown),
    reading,
  );
  const width = widthOf(signal, plane);

  const points = () => {
    const [z, plane] = [state.latent.z.value, state.plane.shown.value];
    if (z.length === 0) return undefined;
    const [, up] = fromPlane(z, plane);
    return cellsOf(state.plane.grid.value).map((cell) => onPlane(z, plane, [cell.z, up]));
  };
  askAside(signal, stage, 'axes', context, points);
  const read = () => ({
    name: axisNames(state)[0] ?? '',
    z: fromPlane(state.latent.z.value, state.plane.shown.value)[0],
    grid: state.plane.grid.value,
    width: width.value,
    aside: state.article.asides.value.get('axes'),
  });
  drawn(signal, stage, read, ({ name, z, grid, width, aside }) => {
    const words = text.value.article.axes;
    const cells = cellsOf(grid);
    for (const { grid: own, button } of buttons) {
      button.textContent = gridWords(state, own);
      button.setAttribute('aria-pressed', String(own === grid));
    }
    for (const [index, tile] of shown.entries())
      tile.setAttribute('aria-label', words.tile(name, decimal(cells[index]?.z ?? 0, 2)));
    paintTiles(shown, aside);
    drawPrior(plane, width, cells, z, name);
    const cell = cells.find(({ from, to }) => from <= z && z < to);
    const share = cell ? distribution(cell.to) - distribution(cell.from) : 0;
    reading.textContent = words.reading(name, decimal(z, 2), percent(distribution(z)), percent(share));
  });
};

const percent = (share: number) => `${decimal(100 * share, 1)} %`;

function drawPrior(root: SVGElement, width: number, cells: readonly Cell[], z: number, name: string) {
  const x = linear(RANGE, [0, width]);
  const y = linear([0, density(0)], [FLOOR, TOP]);
  const within = (value: number) => Math.min(RANGE[1], Math.max(RANGE[0], value));
  const curve = (from: number, to: number) =>
    Array.from({ length: POINTS }, (_, index) => {
      const value = from + ((to - from) * index) / (POINTS - 1);
      return [x(value), y(density(value))] as const;
    });
  const areas = cells.map(({ from, to }, index) => {
    const [low, high] = [within(from), within(to)];
    const points = [[x(low), FLOOR] as const, ...curve(low, high), [x(high), FLOOR] as const];
    return svg('path', { class: index % 2 ? 'cell odd' : 'cell', d: `${pathOf(points)}Z` });
  });
  const threads = cells.map((cell, index) =>
    line(x(cell.z), FLOOR + 18, ((index + 0.5) * width) / CELLS, HEIGHT, 'thread'),
  );
  const ticks = [-3, -2, -1, 0, 1, 2, 3].map((value) => label(x(value), FLOOR + 14, tickWords(value)));
  const here = x(within(z));
  fill(
    root,
    width,
    HEIGHT,
    ...areas,
    svg('path', { class: 'prior', d: pathOf(curve(...RANGE)) }),
    line(0, FLOOR, width, FLOOR, 'axis'),
    ...ticks,
    ...threads,
    line(here, TOP, here, FLOOR, 'here'),
    label(here + 5, TOP + 10, name, 'start', 'name'),
  );
}
