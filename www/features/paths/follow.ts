// Keeps the path, its film strip and its ends in step with the model.

import { computed, effect } from '@preact/signals-core';
import { conditionOf } from '../../app/latent/condition';
import type { Vector } from '../../app/latent/vectors';
import { latest } from '../../app/latest';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { Interpolation } from '../../engine/protocol';
import type { End, Ends, FilmStrip, PathPoints } from './state';

export const TILES = 11;
/** Steps of the animation from one tile to the next. */
const STEPS = 12;
const POINTS = (TILES - 1) * STEPS + 1;

type Asked = Pick<ExplorerClient, 'ask'>;
type Report = (error: unknown) => void;

export function keepPath(state: State, explorer: Asked, report: Report) {
  endDrawingWithLayer(state);
  keepEnds(state, explorer, report);
  keepPoints(state, explorer, report);
  keepFilmStrip(state, explorer, report);
}

/** Two places on the map's first axes, far enough apart to differ. */
function firstEnds(latentSize: number): Ends {
  const at = (x: number, y: number): End => ({
    z: Array.from({ length: latentSize }, (_, dimension) => [x, y][dimension] ?? 0),
    image: undefined,
  });
  return { a: at(-1.5, 1), b: at(1.5, 1) };
}

/** Where the ends are in a model of another size, and where their images are in a model that has learned on. */
function keepEnds(state: State, explorer: Asked, report: Report) {
  const version = computed(() => state.model.shown.value?.version);
  const follow = latest(
    async (ends: Ends) => ({
      a: await coded(ends.a, explorer, state.latent.digitClass.peek()),
      b: await coded(ends.b, explorer, state.latent.digitClass.peek()),
    }),
    (found, ends) => {
      if (ends === state.paths.ends.peek() && found.a.z.length === state.latent.z.peek().length)
        state.paths.ends.value = found;
    },
    report,
  );
  effect(() => {
    const model = state.model.shown.value;
    if (!model) return;
    const { latentSize } = model.summary.config;
    const ends = state.paths.ends.peek();
    if (ends?.a.z.length !== latentSize) state.paths.ends.value = firstEnds(latentSize);
    else if (version.value !== undefined && (ends.a.image || ends.b.image)) follow(ends);
  });
}

/** The end at its image's code. */
export async function coded(end: End, explorer: Asked, digitClass: number): Promise<End> {
  const { image } = end;
  if (!image) return end;
  const { mu } = await explorer.ask((it) => it.encode(image.pixels, image.label ?? digitClass));
  return { z: Array.from(mu), image };
}

function keepPoints(state: State, explorer: Asked, report: Report) {
  const find = latest(
    (from: Vector, to: Vector, interpolation: Interpolation) =>
      explorer.ask((it) => it.path({ from: [...from], to: [...to], interpolation, count: POINTS })),
    (points, from) => {
      state.paths.points.value = split(points, from.length);
    },
    report,
  );
  // Not before the first digit is on screen.
  const begun = computed(() => state.latent.decoded.value !== undefined);
  effect(() => {
    const ends = state.paths.ends.value;
    if (begun.value && ends) find(ends.a.z, ends.b.z, state.paths.interpolation.value);
  });
}

function keepFilmStrip(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const decode = latest(
    (points: PathPoints, digitClass: number) =>
      explorer.ask((it) =>
        it.decodeAll(Float32Array.from(points.flat()), points[0]?.length ?? 0, digitClass),
      ),
    (images, points) => {
      state.paths.film.value = { images, points } satisfies FilmStrip;
    },
    report,
  );
  effect(() => {
    const points = state.paths.points.value.filter((_, index) => index % STEPS === 0);
    const size = state.model.shown.value?.summary.config.latentSize;
    if (points.length > 0 && points[0]?.length === size) decode(points, condition.value);
  });
}

/** `[N, Z]` numbers to N points. */
export function split(points: Float32Array, latentSize: number): Vector[] {
  return Array.from({ length: points.length / latentSize }, (_, index) =>
    Array.from(points.subarray(index * latentSize, (index + 1) * latentSize)),
  );
}

/** Nobody draws on what has gone. */
export function endDrawingWithLayer({ map, paths }: State) {
  effect(() => {
    if (map.layers.value.get('path') === false) paths.drawing.value = false;
  });
}
