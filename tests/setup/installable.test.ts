import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ICONS, manifestOf, pageColours } from '../../www/setup/installable.ts';
import { root } from '../../www/setup/paths.mjs';
import { english } from '../../www/ui/text';

const read = (path: string) => readFileSync(join(root, path));
/** Width and height of a PNG file, as its header has them. */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

it('has icons as browsers ask for them, each of the size that it says', () => {
  for (const { name, sizes } of ICONS) expect(sizeOf(read(`www/icons/${name}.png`))).toBe(sizes);
  const wanted = ICONS.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
  expect(wanted).toEqual(['192x192 any', '512x512 any', '512x512 maskable']);
});

it('is called as the page is, in the page’s colour, and lies where the page does', () => {
  const { light, dark } = pageColours(read('www/ui/styles/tokens.css').toString());
  expect([light, dark]).toEqual([expect.stringMatching(/^#/), expect.stringMatching(/^#/)]);
  const manifest = manifestOf(english.page, light, []);
  expect(manifest).toMatchObject({ name: english.page.title, background_color: light });
  expect([manifest.start_url, manifest.scope]).toEqual(['./', './']);
});

it('says where the page’s colour is not found', () => {
  expect(() => pageColours(':root {}')).toThrow('Expected --page');
});
