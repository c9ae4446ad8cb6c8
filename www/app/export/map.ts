// The map as it stands, at any size, with a line and a ring on it.

import type { Pair } from '../plane/geometry';
import { paintNames } from '../plane/named-cells';
import { Viewport } from '../plane/viewport';
import { paintTexts } from '../plane/written-cells';
import type { State } from '../store';
import { type Colours, inked } from './drawing';

/** As wide as the map that the marks were measured for. */
const MARKED_WIDTH = 400;

export interface MapStill {
  view: Viewport;
  pictures: State['map']['pictures']['value'];
  /** Of a model of items, or of texts. */
  named: State['map']['named']['value'];
  written: State['map']['written']['value'];
}

/** So many pixels wide; of a single dimension the map is a strip. */
export function mapOf(state: State, width: number): MapStill {
  const [across, up] = state.map.size.peek();
  const height = across > 0 ? (width * up) / across : width;
  return {
    view: new Viewport(state.plane.window.peek(), state.plane.grid.peek(), width, height),
    pictures: state.map.pictures.peek(),
    named: state.map.named.peek(),
    written: state.map.written.peek(),
  };
}

/** What is decoded on it, or the names of its regions. */
export function drawTiles(
  context: CanvasRenderingContext2D,
  { view, pictures, named, written }: MapStill,
  colours: Colours,
) {
  within(context, view);
  if (named) paintNames(context, named, view, colours);
  if (written) paintTexts(context, written, view, colours.ink);
  context.imageSmoothingQuality = 'high';
  for (const { pixels, block } of pictures) {
    const [width, height] = [
      block.side * view.scale * block.across.length,
      block.side * view.scale * block.up.length,
    ];
    context.drawImage(
      inked(pixels, block.across.length, colours.ink),
      view.left(block.left),
      view.top(block.top),
      width,
      height,
    );
  }
  context.restore();
}

/** A line over the tiles, and a ring, as the page marks the path and z. */
export function drawWay(
  context: CanvasRenderingContext2D,
  view: Viewport,
  way: readonly Pair[],
  colours: Colours,
) {
  within(context, view);
  context.beginPath();
  for (const [x, y] of way) context.lineTo(view.x(x), view.y(y));
  outline(context, 2.5 * markScale(view), colours);
  context.restore();
}

export function drawRing(context: CanvasRenderingContext2D, view: Viewport, [x, y]: Pair, colours: Colours) {
  const scale = markScale(view);
  const [left, top] = [
    Math.min(Math.max(view.x(x), 0), view.width),
    Math.min(Math.max(view.y(y), 0), view.height),
  ];
  context.beginPath();
  context.arc(left, top, 9 * scale, 0, 2 * Math.PI);
  outline(context, 3 * scale, colours);
}

/** Until it is restored, nothing is drawn beside the map. */
function within(context: CanvasRenderingContext2D, { width, height }: Viewport) {
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
}

/** Marks keep their size relative to the map. */
const markScale = ({ width }: Viewport) => width / MARKED_WIDTH;

function outline(context: CanvasRenderingContext2D, width: number, { paper, latent }: Colours) {
  context.lineJoin = 'round';
  for (const [lineWidth, strokeStyle] of [
    [2.4 * width, paper],
    [width, latent],
  ] as const) {
    Object.assign(context, { lineWidth, strokeStyle });
    context.stroke();
  }
}
