// Two models' maps side by side, with z on both where their models have it.

import { computed, effect, untracked } from '@preact/signals-core';
import { fromPlane } from '../../app/plane/geometry';
import { STRIP, Viewport } from '../../app/plane/viewport';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, make, onFrame, option } from '../../ui/dom';
import { paint, theme, token } from '../../ui/ink';
import { runNameWords } from '../../ui/run-words';
import { text } from '../../ui/text';
import { pointWords } from '../../ui/words';
import { cleared } from '../map/stage';
import type { Side, SidePicture } from './state';

const RING = 8;

export function showComparedMaps(state: State, send: Send) {
  const details = find(HTMLDetailsElement, '#compared');
  const sides = (['left', 'right'] as const).map((side, index) => {
    const figure = find(HTMLElement, `.${side}`, details);
    showSide(index as 0 | 1, find(HTMLCanvasElement, 'canvas', figure), state);
    return find(HTMLSelectElement, 'select', figure);
  });
  const choose = () => {
    const [left, right] = sides.map(({ value }): Side => (value === 'shown' ? value : Number(value)));
    send({ do: 'compare maps', sides: details.open && left && right ? [left, right] : undefined });
  };
  details.addEventListener('toggle', choose);
  let chosen = false;
  for (const select of sides) {
    select.addEventListener('change', () => {
      chosen = true;
      choose();
    });
  }
  const kept = computed(() =>
    JSON.stringify(state.runs.kept.value.map(({ run, name }) => [run, runNameWords(name)])),
  );
  effect(() => {
    const runs = JSON.parse(kept.value) as [number, string][];
    for (const [index, select] of sides.entries()) offer(select, runs, chosen ? undefined : index === 0);
    untracked(choose);
  });
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

function showSide(index: 0 | 1, canvas: HTMLCanvasElement, state: State) {
  let tiles: { of: SidePicture; canvas: HTMLCanvasElement } | undefined;
  const draw = onFrame(() => {
    const picture = state.compare.pictures.peek()[index];
    if (!picture || canvas.clientWidth === 0) return;
    if (tiles?.of !== picture) tiles = { of: picture, canvas: tilesOf(picture) };
    const strip = picture.block.up.length === 1;
    canvas.classList.toggle('strip', strip);
    const width = canvas.clientWidth;
    const view = new Viewport(picture.window, picture.grid, width, strip ? width / STRIP : width);
    const context = cleared(canvas, view);
    const { left, top, side, across, up } = picture.block;
    const scale = side * view.scale;
    context.imageSmoothingQuality = 'high';
    context.drawImage(tiles.canvas, view.left(left), view.top(top), scale * across.length, scale * up.length);
    if (!hasZ(state, picture)) return;
    const [x, y] = fromPlane(state.latent.z.peek(), state.plane.shown.peek());
    ring(context, view.x(x), view.y(y));
  });
  effect(() => {
    theme.value;
    tiles = undefined;
    draw();
  });
  effect(() => {
    state.compare.pictures.value[index];
    state.latent.z.value;
    state.plane.shown.value;
    draw();
  });
  effect(() => {
    const side = state.compare.sides.value[index];
    const kept = state.runs.kept.value.find(({ run }) => run === side);
    const name = kept ? runNameWords(kept.name) : text.value.compare.shownModel;
    const map = text.value.compare.mapOf(name);
    const place = hasZ(state, state.compare.pictures.value[index])
      ? `, z = ${pointWords(state.latent.z.value)}`
      : '';
    canvas.setAttribute('aria-label', map + place);
  });
  new ResizeObserver(draw).observe(canvas);
}

/** In a space of another size there is no z. */
const hasZ = ({ latent: { z } }: State, picture: SidePicture | undefined) =>
  picture?.latentSize === z.value.length;

function tilesOf({ pixels, block }: SidePicture) {
  const canvas = make('canvas', '');
  paint(canvas, pixels, '--ink', block.across.length);
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
