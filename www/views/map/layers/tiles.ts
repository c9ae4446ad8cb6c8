// What the decoder draws at points of the plane.

import type { MapPicture } from '../../../state/map';
import { onFrame } from '../../dom';
import { paint, theme } from '../../ink';
import type { MapLayer } from '../layers';
import { cleared } from '../stage';

const SIDE = 28;
/** Layers of many marks, which tiles would be mistaken for: they step back. */
const CROWDS = ['digits', 'density'];
const FAINT = 0.4;
/** Enlarged so much, the pixels of a digit have edges; smaller, they are averaged. */
const CRISP = 1.4;

export const tiles: MapLayer = {
  id: 'tiles',
  on: true,
  mount(stage, state) {
    let painted = new Map<MapPicture, HTMLCanvasElement>();
    const draw = () => {
      const view = stage.view.peek();
      const context = cleared(stage.base, view);
      const pictures = state.map.peek();
      painted = new Map(pictures.map((picture) => [picture, painted.get(picture) ?? canvasOf(picture)]));
      const crowded = CROWDS.some((id) => state.mapLayers.peek().get(id));
      context.globalAlpha = crowded ? FAINT : 1;
      for (const [{ block }, canvas] of painted) {
        const side = block.side * view.scale;
        context.imageSmoothingEnabled = side * devicePixelRatio < CRISP * SIDE;
        context.imageSmoothingQuality = 'high';
        const [width, height] = [side * block.across.length, side * block.up.length];
        context.drawImage(canvas, view.left(block.left), view.top(block.top), width, height);
      }
    };
    const redraw = onFrame(() => {
      if (!stage.removed.aborted) draw();
    });
    stage.effect(() => {
      stage.view.value;
      state.mapLayers.value;
      const [picture] = state.map.value;
      // It waits for finer tiles, or for any.
      stage.base.ariaBusy = String(!picture?.finest);
      redraw();
    });
    stage.effect(() => {
      theme.value;
      painted.clear();
      redraw();
    });
    stage.removed.addEventListener('abort', () => cleared(stage.base, stage.view.peek()));
  },
};

function canvasOf({ pixels, block }: MapPicture) {
  const canvas = document.createElement('canvas');
  paint(canvas, pixels, '--ink', block.across.length);
  return canvas;
}
