// Pictures that methods restored, beside each other, each with its figures.

import type { DataSpec } from '../../engine/protocol';
import type { Restored } from '../../engine/protocol/uses';
import { find, make, rewrite } from '../../ui/dom';
import { blankTile, paint } from '../../ui/ink';
import { decimal } from '../../ui/words';
import { isOfModel, restoredWords } from './restored-words';

type Sides = Pick<DataSpec, 'width' | 'height' | 'channels'>;

export interface Named {
  name: string;
  /** Figures below the picture, one a line. */
  figures: readonly string[];
  pixels: Uint8Array;
  /** Whether it is the model's rather than a plain method's. */
  ofModel: boolean;
  /** Whether none beside it is nearer. */
  best: boolean;
  /** Its sides, where they are not those of the model's data. */
  data?: Sides;
}

/** One figure for each; those that stand there are used again, for pictures follow a hand. */
export function showPictures(root: HTMLElement, pictures: readonly Named[]) {
  while (root.childElementCount > pictures.length) root.lastElementChild?.remove();
  for (const [index, picture] of pictures.entries()) {
    const figure = root.children[index] ?? root.appendChild(blankFigure());
    showPicture(figure, picture);
  }
}

function blankFigure() {
  const canvas = blankTile();
  canvas.setAttribute('role', 'img');
  return make('figure', '', canvas, make('figcaption', '', make('b', '')));
}

function showPicture(figure: Element, { name, figures, pixels, ofModel, best, data }: Named) {
  const canvas = find(HTMLCanvasElement, 'canvas', figure);
  figure.className = best ? 'best' : '';
  canvas.setAttribute('aria-label', name);
  paint(canvas, pixels, ofModel ? '--output' : '--input', 1, data);
  const caption = find(HTMLElement, 'figcaption', figure);
  while (caption.childElementCount > 1 + figures.length) caption.lastElementChild?.remove();
  for (const [line, words] of [name, ...figures].entries())
    rewrite(caption.children[line] ?? caption.appendChild(make('span', 'figure')), words);
}

/** The place of the one that is nearest to the picture as it was, but for one that nobody restored; none of one alone. */
export function nearest(tries: readonly Restored[]): number {
  const psnr = tries.map(({ method, psnr }) => (method === 'nothing' ? Number.NEGATIVE_INFINITY : psnr));
  return tries.length > 1 ? psnr.indexOf(Math.max(...psnr)) : -1;
}

/** In dB; of a picture that is as it was there is no such number. */
export const psnrWords = (psnr: number) => (Number.isFinite(psnr) ? `${decimal(psnr, 1)} dB` : '∞ dB');

/** A picture's name and figures, by the method that made it. */
export function restoredPicture({ method, psnr, ssim, pixels }: Restored, best: boolean): Named {
  const words = restoredWords.value;
  const figures = [words.psnr(psnrWords(psnr)), words.ssim(decimal(ssim, 2))];
  return { name: words.methods[method], figures, pixels, ofModel: isOfModel(method), best };
}
