// Pictures that methods restored, beside each other, each with its figures.

import type { Restored } from '../../engine/protocol/uses';
import { make } from '../../ui/dom';
import { blankTile, paint } from '../../ui/ink';
import { decimal } from '../../ui/words';

export interface Named {
  name: string;
  /** Figures below the picture, one a line. */
  figures: readonly string[];
  pixels: Uint8Array;
  /** Whether it is the model's rather than a plain method's. */
  ofModel: boolean;
  /** Whether none beside it is nearer. */
  best: boolean;
}

/** One figure for each, in place of what stood there. */
export function showPictures(root: HTMLElement, pictures: readonly Named[]) {
  root.replaceChildren(...pictures.map(figureOf));
}

function figureOf({ name, figures, pixels, ofModel, best }: Named) {
  const canvas = blankTile();
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', name);
  paint(canvas, pixels, ofModel ? '--output' : '--input');
  const words = figures.map((figure) => make('span', 'figure', figure));
  return make('figure', best ? 'best' : '', canvas, make('figcaption', '', make('b', '', name), ...words));
}

/** The place of the one that is nearest to the picture as it was, but for the first, which nobody restored. */
export function nearest(tries: readonly Restored[]): number {
  const psnr = tries.map((one, index) => (index === 0 ? Number.NEGATIVE_INFINITY : one.psnr));
  return tries.length > 1 ? psnr.indexOf(Math.max(...psnr)) : -1;
}

/** In dB; of a picture that is as it was there is no such number. */
export const psnrWords = (psnr: number) => (Number.isFinite(psnr) ? `${decimal(psnr, 1)} dB` : '∞ dB');
