// Keeps the path, its film strip and its ends in step with the model.

import { computed, effect } from '@preact/signals-core';
import { conditionOf } from '../../app/latent/condition';
import { farthestCrisp, goodPlaces } from '../../app/latent/good-places';
import type { Vector } from '../../app/latent/vectors';
import type { ModelScope } from '../../app/model/scope';
import type { Model } from '../../app/model/state';
import type { State } from '../../app/store';
import { hasItems, hasTexts, isImage } from '../../engine/data/spec';
import type { Asked, OfModel } from '../../engine/explorer/questions';
import { imageAt, nameOfItem, shownData } from '../../ui/shown-data';
import { textOf } from '../../ui/written';
import type { End, Ends } from './state';

export const TILES = 11;
/** Steps of the animation from one tile to the next. */
const STEPS = 12;
const POINTS = (TILES - 1) * STEPS + 1;
/** Of a model of items or texts: places on the way, and items that are named at each. */
const STATIONS = 5;
const ITEMS = 3;
const REST_MS = 100;

type Scope = Pick<ModelScope, 'follow' | 'onSize' | 'onData' | 'onShipped'>;

export function followPath(state: State, scope: Scope) {
  endDrawingWithLayer(state);
  followEnds(state, scope);
  followPoints(state, scope);
  followFilm(state, scope);
  followStations(state, scope);
}

/** Two good places of the model, else two on the map's first axes; far enough apart to differ. */
function firstEnds(state: State, model: Model): Ends {
  const at = (z: Vector): End => ({ z, image: undefined });
  const [a, b] = farthestCrisp(goodPlaces(state, model)) ?? onFirstAxes(model.summary.config.latentSize);
  return { a: at(a), b: at(b) };
}

function onFirstAxes(latentSize: number): readonly [Vector, Vector] {
  const at = (x: number, y: number) =>
    Array.from({ length: latentSize }, (_, dimension) => [x, y][dimension] ?? 0);
  return [at(-1.5, 1), at(1.5, 1)];
}

/** Where the ends are in a model of another size, and where their images are in a model that has learned on. */
function followEnds(state: State, scope: Scope) {
  const { paths, latent } = state;
  let first: Ends | undefined;
  scope.onSize((_, model) => {
    // Where z was going is no place of another space.
    paths.moving.value = undefined;
    paths.ends.value = first = firstEnds(state, model);
  });
  // An end at a sample of other data stays where it was.
  scope.onData(() => {
    const ends = paths.ends.peek();
    if (ends?.a.image || ends?.b.image)
      paths.ends.value = { a: { z: ends.a.z, image: undefined }, b: { z: ends.b.z, image: undefined } };
  });
  // Its good places are others.
  scope.onShipped((model) => {
    if (paths.ends.peek() === first) paths.ends.value = first = firstEnds(state, model);
  });
  scope.follow({
    whole: true,
    inputs() {
      const ends = paths.ends.peek();
      return ends && (ends.a.image || ends.b.image) ? ends : undefined;
    },
    ask: async (it, { a, b }) => {
      const classIndex = latent.classIndex.peek();
      return { a: await coded(a, it, classIndex), b: await coded(b, it, classIndex) };
    },
    show(answer) {
      // Whoever has put an end elsewhere meanwhile means that.
      if (answer && answer.inputs === paths.ends.peek()) paths.ends.value = answer.value;
    },
  });
}

/** The end at its image's code. */
export async function coded(end: End, it: Asked<OfModel>, classIndex: number): Promise<End> {
  const { image } = end;
  if (!image) return end;
  const { mu } = await it.input.encode(image.pixels, image.label ?? classIndex);
  return { z: Array.from(mu), image };
}

function followPoints({ paths, latent }: State, scope: Scope) {
  scope.follow({
    inputs() {
      const ends = paths.ends.value;
      // Not before the first digit is on screen.
      if (!ends || latent.decoded.value === undefined) return undefined;
      return { from: ends.a.z, to: ends.b.z, interpolation: paths.interpolation.value };
    },
    key: (inputs) => JSON.stringify(inputs),
    ask: (it, { from, to, interpolation }) =>
      it.paths.points({ from: [...from], to: [...to], interpolation, count: POINTS }),
    show(answer) {
      paths.points.value = answer ? split(answer.value, answer.inputs.from.length) : [];
    },
  });
}

function followFilm(state: State, scope: Scope) {
  const { points, film } = state.paths;
  const condition = conditionOf(state);
  scope.follow({
    inputs({ summary }) {
      if (!isImage(summary.data)) return undefined;
      const tiles = points.value.filter((_, index) => index % STEPS === 0);
      return tiles.length > 0 ? { tiles, classIndex: condition.value } : undefined;
    },
    ask: (it, { tiles, classIndex }) =>
      it.latent.decodeAll(Float32Array.from(tiles.flat()), tiles[0]?.length ?? 0, classIndex),
    show(answer) {
      film.value = answer && { images: answer.value, points: answer.inputs.tiles };
    },
  });
}

/** What stands out at a few places from A to B, or is written there. */
function followStations(state: State, scope: Scope) {
  const { points, stations } = state.paths;
  const condition = conditionOf(state);
  const places = computed(() => {
    const found = points.value.filter((_, index) => index % ((POINTS - 1) / (STATIONS - 1)) === 0);
    return found.length > 0 ? found : undefined;
  });
  scope.follow({
    inputs: ({ summary }) => (hasItems(summary.data) ? places.value : undefined),
    ask: (it, places) => it.paths.itemsOn(places, ITEMS),
    show(answer) {
      stations.value = (answer?.value ?? []).map((items) => items.map(nameOfItem));
    },
    rest: REST_MS,
  });
  scope.follow({
    inputs: ({ summary }) =>
      hasTexts(summary.data) && places.value
        ? { places: places.value, classIndex: condition.value }
        : undefined,
    ask: (it, { places, classIndex }) =>
      it.latent.decodeAll(Float32Array.from(places.flat()), places[0]?.length ?? 0, classIndex),
    show(answer) {
      if (!answer) return;
      const { places } = answer.inputs;
      stations.value = places.map((_, place) => [textOf(imageAt(answer.value, place), shownData.peek())]);
    },
    rest: REST_MS,
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
