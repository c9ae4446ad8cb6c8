// Emoji as Twitter draws them (Twemoji; code MIT, art CC BY 4.0), of the npm package `emoji-datasource-twitter`: 32 x 32
// pixels in colour on white, in all tones of skin. An emoji is for training or for testing in all of its tones.

import { filesOfPackage } from '../npm-archive.mjs';
import { renderer } from './render.mjs';
import { parted } from './split.mjs';

const source = {
  name: 'emoji-datasource-twitter',
  version: '16.0.0',
  sum: 'f64a530c63bca463bd8317fdc4615ce63a53a0c65018e4ce2d848aaba7a28877',
};
const side = 32;
/** A cell of the sheet has an empty border of a pixel. */
const cell = side + 2;
const classes = [
  'Smileys & Emotion',
  'People & Body',
  'Animals & Nature',
  'Food & Drink',
  'Travel & Places',
  'Activities',
  'Objects',
  'Symbols',
  'Flags',
];

const data = { kind: 'image', width: side, height: side, channels: 3, classes };

/** The sheet on white, four bytes a pixel, and its width; PNG says that in its header. */
export async function unpacked(png) {
  const render = await renderer();
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return { pixels: render(svg, 'white'), width };
}

/** What lies in a cell: all of red, then green, then blue. */
export function cut({ pixels, width }, { sheet_x, sheet_y }) {
  const corner = (cell * sheet_y + 1) * width + cell * sheet_x + 1;
  return Uint8Array.from({ length: 3 * side * side }, (_, index) => {
    const pixel = index % (side * side);
    const channel = Math.floor(index / (side * side));
    return pixels[4 * (corner + Math.floor(pixel / side) * width + (pixel % side)) + channel];
  });
}

/** An emoji and its variants; the parts of which others are put together, as the tones themselves, are in no class. */
export function familiesOf(list, sheet) {
  const known = list.filter(({ category }) => classes.includes(category));
  return known.map(({ category, skin_variations = {}, ...emoji }) =>
    [emoji, ...Object.values(skin_variations)]
      .filter(({ has_img_twitter }) => has_img_twitter)
      .map((variant) => ({ pixels: cut(sheet, variant), label: classes.indexOf(category) })),
  );
}

async function make() {
  const [list, png] = await filesOfPackage(source, ['emoji.json', 'img/twitter/sheets-128/32.png']);
  const families = familiesOf(JSON.parse(list.toString()), await unpacked(png));
  return { data, ...parted(families, [3 * side, side]) };
}

export const emoji = {
  key: 'emoji',
  sources: ['npm-archive', 'data-sets/render', 'data-sets/split'].map((name) => `www/setup/${name}.mjs`),
  make: (step) => step('Get the emoji', '30 s', make),
};
