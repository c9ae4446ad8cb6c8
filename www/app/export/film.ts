// Animations: GIF, which every place shows that shows pictures, or a video.

import { part } from '../async/part';
import type { FileFormat } from './exports';

export interface Animation {
  width: number;
  height: number;
  frames: number;
  /** Milliseconds from a frame to the next, in steps of 10. */
  delay: number;
  /** Draws the whole of a frame over the one before. */
  draw(context: CanvasRenderingContext2D, frame: number): void | Promise<void>;
}

export async function fileOfAnimation(animation: Animation, format: FileFormat): Promise<Blob> {
  if (format === 'mp4' || format === 'webm')
    return (await part(import('./video'))).videoOf(animation, format);
  return (await part(import('./gif'))).gifOf(animation);
}
