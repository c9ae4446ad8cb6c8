// Files that the page makes: nothing leaves the machine, they are saved to it.

import { Failed } from '../../engine/failure/failure';
import { readsTrue } from '../../ui/canvas';

export function saveBlob(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Before a picture is read: a file of noise is worse than none. */
export function refuseFalsified() {
  if (!readsTrue()) throw new Failed({ kind: 'falsified' });
}

export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  refuseFalsified();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Failed({ kind: 'noPng' });
  return blob;
}

export const savePng = async (canvas: HTMLCanvasElement, name: string) => saveBlob(await pngOf(canvas), name);
