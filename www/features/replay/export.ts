// How the map formed, as an animation: a frame for each moment of the run's history.

import { inked } from '../../app/export/drawing';
import type { Make } from '../../app/export/exports';
import { fileOfAnimation } from '../../app/export/film';
import { fewTiles } from '../../app/plane/tiles';
import { viewBeside } from '../../app/plane/view';
import { WHOLE } from '../../app/plane/viewport';
import type { State } from '../../app/store';
import { dataOf } from '../../engine/data/spec';
import { momentWords } from '../../ui/moment-words';

const WIDTH = 420;
const CAPTION = 30;
const DELAY = 200;
/** So many frames show the last moment. */
const STILL = 8;

export const makeHistory: Make = async ({ state, explorer }, format, colours) => {
  const moments = state.replay.moments.peek();
  const config = state.run.config.peek()?.model;
  if (!config || moments.length === 0) return undefined;
  const grid = state.plane.grid.peek();
  const block = fewTiles(WHOLE, grid, config.latentSize);
  const view = viewBeside(state, config.latentSize, block);
  const classIndex = config.conditional ? state.latent.classIndex.peek() : 0;
  const maps: Uint8Array[] = [];
  for (const { weights } of moments)
    maps.push(await explorer.ask((it) => it.plane.mapOf({ view, classIndex }, weights)));

  const height = Math.round((WIDTH * block.up.length) / block.across.length);
  const draw = (context: CanvasRenderingContext2D, frame: number) => {
    const index = Math.min(frame, moments.length - 1);
    const [map, moment] = [maps[index], moments[index]];
    if (!map || !moment) return;
    Object.assign(context, { fillStyle: colours.paper, imageSmoothingQuality: 'high' });
    context.fillRect(0, 0, WIDTH, height + CAPTION);
    context.drawImage(inked(map, block.across.length, colours.ink, dataOf(config)), 0, 0, WIDTH, height);
    Object.assign(context, {
      fillStyle: colours.text,
      font: `14px ${getComputedStyle(document.body).fontFamily}`,
    });
    context.fillText(captionOf(state, moment.step), 6, height + CAPTION - 10);
  };
  const frames = moments.length + STILL;
  return fileOfAnimation({ width: WIDTH, height: height + CAPTION, frames, delay: DELAY, draw }, format);
};

function captionOf(state: State, step: number) {
  const stepsPerEpoch = state.run.progress.peek()?.position.stepsPerEpoch ?? 1;
  const deterministic = state.run.config.peek()?.model.deterministic ?? false;
  return momentWords(step, stepsPerEpoch, state.run.history.peek().test, deterministic);
}
