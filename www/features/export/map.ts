// The map of a picture, with its axes, what its marks are, and its scale.

import { type Colours, canvasOf } from '../../app/export/drawing';
import { drawRing, drawTiles, drawWay, type MapStill, mapOf } from '../../app/export/map';
import { type Box, framed, type Sheet } from '../../app/export/sheet';
import type { Vector } from '../../app/latent/vectors';
import { axisNames } from '../../app/plane/axis-names';
import { fromPlane, type Pair } from '../../app/plane/geometry';
import { gridWords } from '../../app/plane/grid-words';
import { ticksOf } from '../../app/plane/ticks';
import type { Viewport } from '../../app/plane/viewport';
import type { State } from '../../app/store';
import { tickWords } from '../../ui/charts/ticks';
import { hasMixture } from '../../ui/config-words';
import { text } from '../../ui/text';

/** The map is so many times as wide as its words are high. */
const WORDS = 34;

/** As high as its width makes it; its axes stand outside. */
export function drawMap(
  sheet: Sheet,
  state: State,
  [left, top, width]: readonly [number, number, number],
  colours: Colours,
) {
  const map = mapOf(state, width);
  const onMap = (z: Vector) => fromPlane(z, state.plane.shown.peek());
  const way = state.map.layers.peek().get('path') ? state.paths.points.peek().map(onMap) : [];
  const tiles = tilesOf(map, way, onMap(state.latent.z.peek()), colours);
  sheet.picture(tiles, [left, top]);
  const box: Box = [left, top, width, tiles.height];
  const size = width / WORDS;
  drawAxes(sheet, box, map.view, axisNames(state), { colour: colours.text, size });
  const foot = top + tiles.height + 2.7 * size;
  drawKey(sheet, [left, foot], { way: way.length > 0, colours, size });
  drawScale(sheet, [left + width, foot], map.view, { colour: colours.text, size }, state);
}

function tilesOf(map: MapStill, way: readonly Pair[], z: Pair, colours: Colours): HTMLCanvasElement {
  const [canvas, context] = canvasOf(map.view.width, Math.round(map.view.height), colours.paper);
  drawTiles(context, map, colours);
  if (way.length > 0) drawWay(context, map.view, way, colours);
  drawRing(context, map.view, z, colours);
  return canvas;
}

interface Words {
  colour: string;
  size: number;
}

function drawAxes(sheet: Sheet, box: Box, view: Viewport, names: readonly string[], words: Words) {
  const { colour, size } = words;
  const line = { colour, width: size / 12 };
  const [left, top, width, height] = box;
  const bottom = top + height;
  const [across = '', up = ''] = names;
  const { span, centre } = view.window;
  const ends = (middle: number): Pair => [middle - span / 2, middle + span / 2];
  const name = { colour, size: 1.15 * size };
  sheet.line(framed(box), line);
  for (const { sigma, at } of ticksOf(ends(centre[0]), view.grid, width, (x) => view.x(x), 3 * size)) {
    const foot: Pair = [left + at, bottom];
    sheet.line([foot, [foot[0], bottom + size / 3]], line);
    sheet.words(sigmaWords(sigma), [foot[0], bottom + 1.4 * size], { ...words, anchor: 'middle' });
  }
  sheet.words(across, [left + width / 2, bottom + 2.7 * size], { ...name, anchor: 'middle' });
  if (view.strip) return;
  for (const { sigma, at } of ticksOf(ends(centre[1]), view.grid, height, (y) => view.y(y), 2 * size)) {
    const foot: Pair = [left, top + at];
    sheet.line([foot, [left - size / 3, foot[1]]], line);
    sheet.words(sigmaWords(sigma), [left - size / 2, foot[1] + size / 3], { ...words, anchor: 'end' });
  }
  sheet.words(up, [left - 1.9 * size, top + height / 2 + size / 3], { ...name, anchor: 'end' });
}

/** A multiple of a step, without what it is off by. */
const sigmaWords = (sigma: number) => tickWords(Math.round(1000 * sigma) / 1000);

/** What the marks on the map are. */
function drawKey(
  sheet: Sheet,
  [left, top]: Pair,
  { way, colours, size }: { way: boolean; colours: Colours; size: number },
) {
  const words = { size, colour: colours.text };
  const circle = Array.from({ length: 33 }, (_, index): Pair => {
    const angle = (index / 16) * Math.PI;
    return [
      left + size / 2 + (size / 2.4) * Math.cos(angle),
      top - size / 3 + (size / 2.4) * Math.sin(angle),
    ];
  });
  sheet.line(circle, { colour: colours.latent, width: size / 7 });
  sheet.words('z', [left + 1.3 * size, top], words);
  if (!way) return;
  sheet.line(
    [
      [left + 3 * size, top - size / 3],
      [left + 4.4 * size, top - size / 3],
    ],
    { colour: colours.latent, width: size / 7 },
  );
  sheet.words(text.value.map.keys.path, [left + 4.8 * size, top], words);
}

/** A bar as long as one unit of z, which is a sigma of N(0, I); by equal mass none has that length. */
function drawScale(
  sheet: Sheet,
  [right, top]: Pair,
  { grid, scale }: Viewport,
  { colour, size }: Words,
  state: State,
) {
  const words = { size, colour, anchor: 'end' } as const;
  if (grid === 'equal prior mass') return sheet.words(gridWords(state, grid), [right, top], words);
  const from: Pair = [right - scale, top - size / 3];
  sheet.line([from, [right, from[1]]], { colour, width: size / 6 });
  const config = state.model.shown.peek()?.summary.config;
  const { sigma, unit } = text.value.export;
  sheet.words(config && hasMixture(config) ? unit : sigma, [from[0] - size / 2, top], words);
}
