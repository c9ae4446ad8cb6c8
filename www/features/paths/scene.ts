// One frame of an animation: the digit where z is, and z on the map, or beside the film strip.

import { type Colours, canvasOf, drawSample, inked } from '../../app/export/drawing';
import { drawRing, drawTiles, drawWay, type MapStill } from '../../app/export/map';
import type { Pair } from '../../app/plane/geometry';
import { tiled } from '../../ui/film';
import { TILES } from './follow';

/** What does not change from frame to frame. */
export interface Scene {
  colours: Colours;
  /** Without pictures where it changes as z moves. */
  map: (MapStill & { way: readonly Pair[] }) | undefined;
  /** Tiles side by side, where there is no map. */
  film: Uint8Array | undefined;
}

export interface Moment {
  place: Pair;
  digit: Uint8Array;
  /** How far along the film strip, from 0 to 1. */
  along: number;
  /** The map through z, where it changes: its images, so many a row. */
  tiles: { images: Uint8Array; columns: number } | undefined;
}

export const WIDTH = 600;
export const MAP = 376;
const GAP = 12;
const DIGIT = 188;
const TILE = (WIDTH - 2 * GAP) / TILES;

export const heightOf = ({ map, film }: Scene) =>
  map ? MAP + 2 * GAP : DIGIT + 2 * GAP + (film ? Math.ceil(TILE) + 2 * GAP : 0);

/** The scene without z, drawn once. */
export function background(scene: Scene): HTMLCanvasElement {
  const { colours, map, film } = scene;
  const [canvas, context] = canvasOf(WIDTH, heightOf(scene), colours.paper);
  if (map) {
    context.translate(GAP, GAP);
    drawTiles(context, map, colours);
    drawWay(context, map.view, map.way, colours);
  } else if (film) {
    context.drawImage(inked(film, TILES, colours.output), GAP, DIGIT + 2 * GAP, TILES * TILE, TILE);
  }
  return canvas;
}

export function drawMoment(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { place, digit, along, tiles }: Moment,
) {
  const { colours, map, film } = scene;
  if (map) {
    drawSample(context, digit, [WIDTH - GAP - DIGIT, GAP + (MAP - DIGIT) / 2, DIGIT], colours.output);
    context.translate(GAP, GAP);
    if (tiles) drawChanging(context, map, tiles, colours);
    drawRing(context, map.view, place, colours);
    context.resetTransform();
    return;
  }
  drawSample(context, digit, [(WIDTH - DIGIT) / 2, GAP, DIGIT], colours.output);
  context.fillStyle = colours.latent;
  if (film) context.fillRect(GAP + along * (TILES - 1) * TILE, heightOf(scene) - GAP, TILE, 3);
}

function drawChanging(
  context: CanvasRenderingContext2D,
  map: NonNullable<Scene['map']>,
  { images, columns }: NonNullable<Moment['tiles']>,
  colours: Colours,
) {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    inked(tiled(images, columns), columns, colours.ink),
    0,
    0,
    map.view.width,
    map.view.height,
  );
  drawWay(context, map.view, map.way, colours);
}
