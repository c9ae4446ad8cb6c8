// Chinese characters in five hands: the 3,755 of everyday use (level 1 of GB 2312) as fonts under the SIL Open Font
// License 1.1 draw them. A character is for training or for testing in all of its hands.

import { filesOfPackage } from '../npm-archive.mjs';
import { picturesOf } from './glyphs.mjs';
import { renderer } from './render.mjs';
import { parted } from './split.mjs';

const simplified = 'chinese-simplified-400-normal';

/** Each hand's font, a package `@fontsource/…`, with the file that holds all of its characters. */
const hands = {
  'Ma Shan Zheng': {
    font: 'ma-shan-zheng',
    version: '5.3.1',
    file: simplified,
    sum: 'f441a8e137c210da78e8a287616227b11771ff8bbc4a6e506a0f5f84790ca272',
  },
  'Long Cang': {
    font: 'long-cang',
    version: '5.3.0',
    file: simplified,
    sum: 'f37d7fc6e0ed15718e03fe9edd5f8b0117d6d011d23c15bf2d35b7b00f9c4e26',
  },
  'Zhi Mang Xing': {
    font: 'zhi-mang-xing',
    version: '5.3.0',
    file: simplified,
    sum: '903fe57d53c97001563dfa380e91c3ceaacc2f65485f93c4741d34470aedb0b9',
  },
  'Liu Jian Mao Cao': {
    font: 'liu-jian-mao-cao',
    version: '5.3.0',
    file: simplified,
    sum: 'bbffc6b7e13b1e10eff328df1d9b16ba2697b6237b34b67e9aa0450fb0b9a621',
  },
  'LXGW WenKai': {
    font: 'lxgw-wenkai',
    version: '5.3.0',
    file: 'latin-500-normal',
    sum: 'e796ef6dd20f4eea37625222872095a7d049fa6bfdd6fe80a15dfa22fdf2c7ca',
  },
};

const data = { kind: 'image', width: 28, height: 28, channels: 1, classes: Object.keys(hands) };

/** GB 2312 ranks characters by use in two levels: the first is its rows 16 to 55, 94 in each but the last, which has 89. */
export function everydayCharacters() {
  const decoder = new TextDecoder('gbk', { fatal: true });
  const rows = Array.from({ length: 40 }, (_, row) => row + 16);
  return rows.flatMap((row) =>
    Array.from({ length: row === 55 ? 89 : 94 }, (_, column) =>
      decoder.decode(Uint8Array.of(0xa0 + row, 0xa1 + column)),
    ),
  );
}

async function fontOf({ font, version, file, sum }) {
  const { default: opentype } = await import('opentype.js');
  const from = { name: `@fontsource/${font}`, version, sum };
  const [bytes] = await filesOfPackage(from, [`files/${font}-${file}.woff`]);
  return opentype.parse(new Uint8Array(bytes).buffer);
}

async function make() {
  const characters = everydayCharacters();
  const render = await renderer();
  /** @type {{ pixels: Uint8Array, label: number }[][]} */
  const families = characters.map(() => []);
  for (const [label, hand] of Object.values(hands).entries()) {
    const pictures = picturesOf(await fontOf(hand), characters, render);
    pictures.forEach((pixels, index) => {
      if (pixels) families[index].push({ pixels, label });
    });
  }
  return { data, ...parted(families, [data.height, data.width]) };
}

export const characters = {
  key: 'characters',
  sources: ['npm-archive', 'data-sets/glyphs', 'data-sets/render', 'data-sets/split'].map(
    (name) => `www/setup/${name}.mjs`,
  ),
  make: (step) => step('Draw Chinese characters', '1 min', make),
};
