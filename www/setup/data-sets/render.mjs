// SVG to pixels by resvg as WebAssembly: nothing to compile, and the same bytes on every machine.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

let ready;

/** What draws an SVG, four bytes a pixel: red, green, blue and how much they cover; on a background, all of it. */
export async function renderer() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const module = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  ready ??= initWasm(readFileSync(module));
  await ready;
  return (svg, background) => {
    const drawing = new Resvg(svg, { background });
    const image = drawing.render();
    const pixels = image.pixels;
    image.free();
    drawing.free();
    return pixels;
  };
}
