import { shownData } from './shown-data';

/**
 * Images that follow one another, laid out in rows of `columns`: each line runs through the images of its row. Where they have
 * several channels, a row has the lines of one after those of the other, as the painter takes them.
 */
export function tiled(images: Uint8Array, columns: number): Uint8Array {
  const { width, height, channels } = shownData.peek();
  const lines = height * channels;
  const picture = new Uint8Array(images.length);
  for (let line = 0; line < images.length / width; line++) {
    const [image, y] = [Math.floor(line / lines), line % lines];
    const top = Math.floor(image / columns) * lines;
    const start = ((top + y) * columns + (image % columns)) * width;
    picture.set(images.subarray(line * width, (line + 1) * width), start);
  }
  return picture;
}
