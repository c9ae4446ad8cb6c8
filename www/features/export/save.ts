// Pictures and animations of what the page shows; loaded when somebody wants one.

import type { Vector } from '../../app/latent/vectors';
import type { Page } from '../../app/page';
import { fromPlane } from '../../app/plane/geometry';
import type { State } from '../../app/store';
import { tiled } from '../../ui/film';
import { TILES } from '../paths/follow';
import { pointAt, tour } from '../paths/motion';
import { blackOnWhite, type Colours, canvasOf, inked, themeColours } from './drawing';
import { savePng } from './files';
import { saveGif } from './gif';
import { saveHistory } from './history';
import { drawRing, drawTiles, drawWay, mapOf } from './map';
import { background, drawMoment, heightOf, MAP, type Scene, WIDTH } from './scene';
import type { Export } from './state';

type Asked = Pick<Page, 'explorer' | 'model'>;

const PIXELS = 784;
/** Twelve frames a second and a half; GIF counts in hundredths of a second. */
const DELAY = 80;
const PATH_SECONDS = 6;
const TOUR_SECONDS = 12;
/** As many pixels as 20 tiles have without scaling, twice. */
const MAP_WIDTH = 1120;

export async function save(what: Export, plain: boolean, state: State, asked: Asked) {
  const colours = plain ? blackOnWhite : themeColours();
  if (what === 'film strip') await saveFilmStrip(state, colours);
  else if (what === 'map') await saveMap(state, colours);
  else if (what === 'path animation')
    await saveMoving(thereAndBack(state), 'path.gif', colours, state, asked);
  else if (what === 'history animation') await saveHistory(colours, state, asked.explorer);
  else await saveMoving(about(state), 'tour.gif', colours, state, asked);
}

async function saveFilmStrip(state: State, { paper, output }: Colours) {
  const film = state.paths.film.peek();
  if (!film) return;
  const strip = inked(tiled(film.images, TILES), TILES, output);
  const [canvas, context] = canvasOf(2 * strip.width, 2 * strip.height, paper);
  context.imageSmoothingEnabled = false;
  context.drawImage(strip, 0, 0, canvas.width, canvas.height);
  await savePng(canvas, 'film-strip.png');
}

/** With z, and with the path where the map shows it. */
async function saveMap(state: State, colours: Colours) {
  const map = mapOf(state, MAP_WIDTH);
  const [canvas, context] = canvasOf(map.view.width, map.view.height, colours.paper);
  drawTiles(context, map, colours.ink);
  const onMap = (z: Vector) => fromPlane(z, state.plane.shown.peek());
  if (state.map.layers.peek().get('path'))
    drawWay(context, map.view, state.paths.points.peek().map(onMap), colours);
  drawRing(context, map.view, onMap(state.latent.z.peek()), colours);
  await savePng(canvas, 'latent-map.png');
}

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

async function saveMoving(way: Way, name: string, colours: Colours, state: State, asked: Asked) {
  const size = state.latent.z.peek().length;
  const points = Float32Array.from(way.flatMap(({ z }) => z));
  const { value: digits } = await asked.model.ask((it) =>
    it.latent.decodeAll(points, size, state.latent.digitClass.peek()),
  );
  const places = way.map(({ z }) => fromPlane(z, state.plane.shown.peek()));
  const images = name === 'path.gif' ? state.paths.film.peek()?.images : undefined;
  const scene: Scene = {
    colours,
    // With more dimensions the map may change at each step.
    map: size === 2 ? { ...mapOf(state, MAP), way: places } : undefined,
    film: images && tiled(images, TILES),
  };
  const still = background(scene);
  const draw = (context: CanvasRenderingContext2D, frame: number) => {
    const { along } = way[frame] ?? { along: 0 };
    const digit = digits.subarray(frame * PIXELS, (frame + 1) * PIXELS);
    context.drawImage(still, 0, 0);
    drawMoment(context, scene, { place: places[frame] ?? [0, 0], along, digit });
  };
  await saveGif({ width: WIDTH, height: heightOf(scene), frames: way.length, delay: DELAY, draw }, name);
}
