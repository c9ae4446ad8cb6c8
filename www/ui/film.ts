const SIDE = 28;

/** Images of 784 bytes, one after the other, laid out in rows of `columns`: lines of `28 * columns` bytes. */
export function tiled(images: Uint8Array, columns: number): Uint8Array {
  const picture = new Uint8Array(images.length);
  for (let line = 0; line < images.length / SIDE; line++) {
    const [image, y] = [Math.floor(line / SIDE), line % SIDE];
    const top = Math.floor(image / columns) * SIDE;
    const start = ((top + y) * columns + (image % columns)) * SIDE;
    picture.set(images.subarray(line * SIDE, (line + 1) * SIDE), start);
  }
  return picture;
}
