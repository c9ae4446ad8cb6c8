// z on its way along the path, or about, as an animation.

import type { Colours } from '../../app/export/drawing';
import type { ExportPage, FileFormat, Make } from '../../app/export/exports';
import { fileOfAnimation } from '../../app/export/film';
import { mapOf } from '../../app/export/map';
import type { Vector } from '../../app/latent/vectors';
import { fromPlane } from '../../app/plane/geometry';
import type { State } from '../../app/store';
import { tiled } from '../../ui/film';
import { imageAt } from '../../ui/shown-data';
import { COLUMNS, mapsThrough } from './changing-map';
import { TILES } from './follow';
import { pointAt, tour } from './motion';
import { background, drawMoment, heightOf, MAP, type Scene, WIDTH } from './scene';

/** Twelve frames a second and a half; GIF counts in hundredths of a second. */
const DELAY = 80;
const PATH_SECONDS = 6;
const TOUR_SECONDS = 12;

export const makePath: Make = (page, format, colours) => {
  const images = page.state.paths.film.peek()?.images;
  return fileOf({ way: thereAndBack(page.state), images }, page, format, colours);
};

export const makeTour: Make = (page, format, colours) =>
  fileOf({ way: about(page.state), images: undefined }, page, format, colours);

/** A point of each frame, and how far along the path it is. */
type Way = readonly { z: Vector; along: number }[];

function thereAndBack(state: State): Way {
  const frames = (1000 * PATH_SECONDS) / DELAY;
  return Array.from({ length: frames }, (_, frame) => {
    const along = 1 - Math.abs(1 - (2 * frame) / frames);
    return { z: pointAt(state.paths.points.peek(), along) ?? [], along };
  });
}

function about(state: State): Way {
  const course = tour(state);
  return Array.from({ length: (1000 * TOUR_SECONDS) / DELAY }, () => ({
    z: course(DELAY / 1000) ?? [],
    along: 0,
  }));
}

interface Motion {
  way: Way;
  /** The film strip, where z goes along it. */
  images: Uint8Array | undefined;
}

async function fileOf(
  { way, images }: Motion,
  { state, model }: Pick<ExportPage, 'state' | 'model'>,
  format: FileFormat,
  colours: Colours,
) {
  const size = state.latent.z.peek().length;
  const points = Float32Array.from(way.flatMap(({ z }) => z));
  const { value: digits } = await model.ask((it) =>
    it.latent.decodeAll(points, size, state.latent.classIndex.peek()),
  );
  const places = way.map(({ z }) => fromPlane(z, state.plane.shown.peek()));
  const plane = state.plane.shown.peek();
  const still = size > 2 ? { ...mapOf(state, MAP), pictures: [] } : mapOf(state, MAP);
  const classIndex = state.latent.classIndex.peek();
  const zs = way.map(({ z }) => z);
  const maps = size > 2 ? await mapsThrough(zs, plane, still.view, classIndex, model) : undefined;
  const scene: Scene = {
    colours,
    map: size > 1 ? { ...still, way: places } : undefined,
    film: images && tiled(images, TILES),
  };
  const back = background(scene);
  const draw = (context: CanvasRenderingContext2D, frame: number) => {
    const { along } = way[frame] ?? { along: 0 };
    const digit = imageAt(digits, frame);
    context.drawImage(back, 0, 0);
    const tiles = maps && { images: maps(frame), columns: COLUMNS };
    drawMoment(context, scene, { place: places[frame] ?? [0, 0], along, digit, tiles });
  };
  return fileOfAnimation(
    { width: WIDTH, height: heightOf(scene), frames: way.length, delay: DELAY, draw },
    format,
  );
}
