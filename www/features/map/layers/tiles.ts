// What the decoder draws at points of the plane.

import type { TileBlock } from '../../../app/plane/tiles';
import type { Viewport } from '../../../app/plane/viewport';
import { isImage } from '../../../engine/data/spec';
import { cleared, inDevice, pixelRatio } from '../../../ui/canvas';
import { onFrame } from '../../../ui/dom';
import { paint, theme } from '../../../ui/ink';
import { atEnd, watch } from '../../../ui/lifetime';
import { shownData } from '../../../ui/shown-data';
import type { MapLayer } from '../layers';
import type { MapPicture } from '../state';

/** Layers of many marks, which tiles would be mistaken for: they step back. */
const CROWDS = ['digits', 'density'];
const FAINT = 0.4;
/** Enlarged so much, the pixels of a digit have edges; smaller, they are averaged. */
const CRISP = 1.4;

/** A picture in the colours of the theme, and as large as it was last drawn: scaling it well costs a frame. */
interface Painted {
  natural: HTMLCanvasElement;
  fitted: HTMLCanvasElement;
}

export const tiles: MapLayer = {
  id: 'tiles',
  suits: isImage,
  on: true,
  mount(stage, state) {
    let painted = new Map<MapPicture, Painted>();
    const draw = () => {
      const view = stage.view.peek();
      const context = cleared(stage.base, view);
      const pictures = state.map.pictures.peek();
      painted = new Map(pictures.map((picture) => [picture, painted.get(picture) ?? paintedOf(picture)]));
      const crowded = CROWDS.some((id) => state.map.layers.peek().get(id));
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = crowded ? FAINT : 1;
      for (const [{ block }, picture] of painted) place(context, picture, block, view);
      tell();
    };
    // Once what is wanted is drawn, not only here.
    const tell = () => {
      stage.base.ariaBusy = String(state.map.busy.peek());
    };
    const redraw = onFrame(draw, stage.signal);
    const tellAfter = onFrame(tell, stage.signal);
    watch(stage.signal, () => {
      stage.view.value;
      pixelRatio.value;
      state.map.layers.value;
      state.map.pictures.value;
      redraw();
    });
    // The pictures stay while others are waited for: nothing is drawn anew.
    watch(stage.signal, () => (state.map.busy.value ? tell() : tellAfter()));
    watch(stage.signal, () => {
      theme.value;
      painted.clear();
      redraw();
    });
    atEnd(stage.signal, () => cleared(stage.base, stage.view.peek()));
  },
};

function paintedOf({ pixels, block }: MapPicture): Painted {
  const natural = document.createElement('canvas');
  paint(natural, pixels, '--ink', block.across.length);
  return { natural, fitted: natural };
}

/** In pixels of the device. */
function place(context: CanvasRenderingContext2D, picture: Painted, block: TileBlock, view: Viewport) {
  const side = block.side * view.scale * pixelRatio.peek();
  const [width, height] = [Math.round(side * block.across.length), Math.round(side * block.up.length)];
  const [left, top] = [view.left(block.left), view.top(block.top)].map(inDevice);
  const averaged = side < CRISP * shownData.peek().width;
  if (averaged && picture.fitted.width !== width) picture.fitted = scaled(picture.natural, width, height);
  context.imageSmoothingEnabled = false;
  context.drawImage(averaged ? picture.fitted : picture.natural, left ?? 0, top ?? 0, width, height);
}

function scaled(natural: HTMLCanvasElement, width: number, height: number) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(natural, 0, 0, width, height);
  return canvas;
}
