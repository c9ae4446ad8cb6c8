import { shownData } from './shown-data';

/** Images that follow one another, laid out in rows of `columns`: each line runs through the images of its row. */
export function tiled(images: Uint8Array, columns: number): Uint8Array {
  const { width, height } = shownData.peek();
  const picture = new Uint8Array(images.length);
  for (let line = 0; line < images.length / width; line++) {
    const [image, y] = [Math.floor(line / height), line % height];
    const top = Math.floor(image / columns) * height;
    const start = ((top + y) * columns + (image % columns)) * width;
    picture.set(images.subarray(line * width, (line + 1) * width), start);
  }
  return picture;
}
