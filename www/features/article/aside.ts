// What a figure has decoded for itself.

import type { PanelContext } from '../../app/feature';
import { blankTile, paint, wipe } from '../../ui/ink';
import { imageAt } from '../../ui/shown-data';
import { untilDone, whileSeen } from './stage';
import type { Aside } from './state';

/** Asks for the points once, and while the figure can be seen again whenever they, the model or the class change. */
export function askAside(
  signal: AbortSignal,
  stage: HTMLElement,
  by: string,
  { state, send }: PanelContext,
  points: () => Aside['points'] | undefined,
) {
  let asked = '';
  const ask = () => {
    const wanted = points();
    const classIndex = state.latent.classIndex.value;
    const places = wanted?.map((point) => point.map((value) => value.toFixed(5)));
    const wish = JSON.stringify([state.model.shown.value?.version, classIndex, places]);
    if (!wanted || wish === asked) return;
    asked = wish;
    send({ do: 'decode aside', by, points: wanted, classIndex });
  };
  // Before it is seen too: on paper it may be seen nowhere else.
  untilDone(signal, () => {
    ask();
    return asked !== '';
  });
  whileSeen(signal, stage, ask);
}

export function tiles(count: number): HTMLCanvasElement[] {
  return Array.from({ length: count }, () => {
    const tile = blankTile();
    tile.setAttribute('role', 'img');
    return tile;
  });
}

/** Image after image, each into its tile; without any, all are left blank. */
export function paintTiles(tiles: readonly HTMLCanvasElement[], aside: Aside | undefined) {
  for (const [index, tile] of tiles.entries()) {
    if (aside) paint(tile, imageAt(aside.pixels, index), '--output');
    else wipe(tile);
  }
}
