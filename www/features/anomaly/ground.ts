// What images lie on: a stranger beside them lies on it too.

interface Images {
  readonly length: number;
  pixels(index: number): Uint8Array;
}

/** So many of the images tell it. */
const TELL = 200;
const FULL = 255;

/** Whether most corners are light: 0 is the ground of drawings in ink, whatever the theme's paper, and 255 that of pictures on white. */
export function liesOnWhite(images: Images): boolean {
  const told = Array.from({ length: Math.min(TELL, images.length) }, (_, index) => images.pixels(index));
  const light = told.flatMap((pixels) => [pixels[0], pixels.at(-1)]).filter((byte = 0) => byte > FULL / 2);
  return light.length > told.length;
}

/** Dark ink on white, of light on black. */
export const onWhite = (pixels: Uint8Array) => pixels.map((byte) => FULL - byte);
