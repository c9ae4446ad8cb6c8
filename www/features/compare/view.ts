// Two models' maps side by side, with z on both where their models have it.

import { computed, untracked } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { fromPlane } from '../../app/plane/geometry';
import { STRIP, Viewport } from '../../app/plane/viewport';
import { keptRunsWords, runNameWords } from '../../app/run/words';
import type { ReadonlyState } from '../../app/store';
import { dataOf, isImage } from '../../engine/data/spec';
import { cleared, pixelRatio } from '../../ui/canvas';
import { find, make, onFrame, option } from '../../ui/dom';
import { paint, theme, token } from '../../ui/ink';
import { atEnd, onResize, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { labelled, pointWords } from '../../ui/words';
import type { Side, SidePicture } from './state';

const RING = 8;

export const mount: Mount = (root, { state, send }, signal) => {
  const sides = (['left', 'right'] as const).map((side, index) => {
    const figure = find(HTMLElement, `.${side}`, root);
    showSide(index as 0 | 1, find(HTMLCanvasElement, 'canvas', figure), state, signal);
    return find(HTMLSelectElement, 'select', figure);
  });
  const choose = () => {
    const [left, right] = sides.map(({ value }): Side => (value === 'shown' ? value : Number(value)));
    const open = root instanceof HTMLDetailsElement && root.open;
    send({ do: 'compare maps', sides: open && left && right ? [left, right] : undefined });
  };
  root.addEventListener('toggle', choose, { signal });
  let chosen = false;
  const change = () => {
    chosen = true;
    choose();
  };
  for (const select of sides) select.addEventListener('change', change, { signal });
  const kept = computed(() => JSON.stringify(namedRuns(state)));
  watch(signal, () => {
    const runs = JSON.parse(kept.value) as [number, string][];
    for (const [index, select] of sides.entries()) offer(select, runs, chosen ? undefined : index === 0);
    untracked(choose);
  });
  atEnd(signal, () => send({ do: 'compare maps', sides: undefined }));
};

/** Each run of images with what sets it apart: of items there are no pictures. */
function namedRuns({ runs: { kept } }: ReadonlyState): [number, string][] {
  const words = keptRunsWords(kept.value);
  return kept.value.flatMap(({ run, config }, index) =>
    isImage(dataOf(config.model)) ? [[run, words[index] ?? '']] : [],
  );
}

/** Until something is chosen, the last run that was kept stands beside the model that is shown. */
function offer(select: HTMLSelectElement, runs: [number, string][], first: boolean | undefined) {
  const before = select.value;
  select.replaceChildren(
    option('shown', text.value.compare.shownModel),
    ...runs.map(([run, name]) => option(String(run), name)),
  );
  const last = runs.at(-1)?.[0];
  if (first && last !== undefined) select.value = String(last);
  else if (runs.some(([run]) => String(run) === before)) select.value = before;
}

function showSide(index: 0 | 1, canvas: HTMLCanvasElement, state: ReadonlyState, signal: AbortSignal) {
  let tiles: { of: SidePicture; canvas: HTMLCanvasElement } | undefined;
  const draw = onFrame(() => {
    const picture = state.compare.pictures.peek()[index];
    if (!picture || canvas.clientWidth === 0) return;
    if (tiles?.of !== picture) tiles = { of: picture, canvas: tilesOf(picture) };
    drawSide(canvas, picture, tiles.canvas, state);
  }, signal);
  watch(signal, () => {
    theme.value;
    pixelRatio.value;
    tiles = undefined;
    draw();
  });
  watch(signal, () => {
    state.compare.pictures.value[index];
    state.latent.z.value;
    state.plane.shown.value;
    draw();
  });
  watch(signal, () => {
    const side = state.compare.sides.value[index];
    const kept = state.runs.kept.value.find(({ run }) => run === side);
    const name = kept ? runNameWords(kept.name) : text.value.compare.shownModel;
    const map = text.value.compare.mapOf(name);
    const marks = hasZ(state, state.compare.pictures.value[index]);
    const place = marks ? `z = ${pointWords(state.latent.z.value)}` : '';
    canvas.setAttribute('aria-label', marks ? labelled(map, place) : map);
  });
  onResize(signal, canvas, draw);
}

function drawSide(
  canvas: HTMLCanvasElement,
  { window, grid, block, latentSize }: SidePicture,
  tiles: HTMLCanvasElement,
  state: ReadonlyState,
) {
  const { left, top, side, across, up } = block;
  const strip = up.length === 1;
  canvas.classList.toggle('strip', strip);
  const width = canvas.clientWidth;
  const view = new Viewport(window, grid, width, strip ? width / STRIP : width);
  const context = cleared(canvas, view);
  const scale = side * view.scale;
  context.imageSmoothingQuality = 'high';
  context.drawImage(tiles, view.left(left), view.top(top), scale * across.length, scale * up.length);
  const z = state.latent.z.peek();
  if (latentSize !== z.length) return;
  const [x, y] = fromPlane(z, state.plane.shown.peek());
  ring(context, view.x(x), view.y(y));
}

/** In a space of another size there is no z. */
const hasZ = ({ latent: { z } }: ReadonlyState, picture: SidePicture | undefined) =>
  picture?.latentSize === z.value.length;

function tilesOf({ pixels, block, data }: SidePicture) {
  const canvas = make('canvas', '');
  paint(canvas, pixels, '--ink', block.across.length, data);
  return canvas;
}

/** Where z is. */
function ring(context: CanvasRenderingContext2D, x: number, y: number) {
  context.beginPath();
  context.arc(x, y, RING, 0, 2 * Math.PI);
  for (const [colour, width] of [
    ['--surface', 5],
    ['--latent', 2.5],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = token(colour);
    context.stroke();
  }
}
