import opentype from 'opentype.js';
import { expect, it } from 'vitest';
import { everydayCharacters } from '../../../www/setup/data-sets/characters.mjs';
import { centreOfMass, picturesOf } from '../../../www/setup/data-sets/glyphs.mjs';
import { renderer } from '../../../www/setup/data-sets/render.mjs';

const side = 28;

it('are the 3,755 of GB 2312’s first level, each once', () => {
  const characters = everydayCharacters();
  expect(new Set(characters).size).toBe(3755);
  expect(characters.join('').slice(0, 5)).toBe('啊阿埃挨哎');
  expect(characters.at(-1)).toBe('座');
  for (const character of '的一是不了我人') expect(characters).toContain(character);
});

/** A glyph of rectangles `[left, bottom, right, top]`, in the font's units with y upwards. */
function glyphOf(character, rectangles) {
  const path = new opentype.Path();
  for (const [left, bottom, right, top] of rectangles) {
    path.moveTo(left, bottom);
    path.lineTo(right, bottom);
    path.lineTo(right, top);
    path.lineTo(left, top);
    path.close();
  }
  const unicode = character.codePointAt(0);
  return new opentype.Glyph({ name: character, unicode, advanceWidth: 1000, path });
}

const names = { familyName: 'Squares', styleName: 'Regular' };
const font = new opentype.Font({
  ...names,
  unitsPerEm: 1000,
  ascender: 800,
  descender: -200,
  glyphs: [
    new opentype.Glyph({ name: '.notdef', advanceWidth: 1000, path: new opentype.Path() }),
    glyphOf('一', [[100, 300, 900, 400]]),
    glyphOf('上', [
      [0, 0, 1000, 100],
      [450, 100, 550, 800],
    ]),
  ],
});

it('are as large as MNIST’s digits, with their mass in the middle, and missing where the font lacks them', async () => {
  const [line, above, missing] = picturesOf(font, ['一', '上', '下'], await renderer());
  expect(missing).toBeUndefined();
  for (const ink of [line, above]) {
    expect(ink).toHaveLength(side * side);
    const { x, y } = centreOfMass(ink);
    // resvg draws four rows a pixel.
    expect(Math.hypot(x, y)).toBeLessThan(0.1);
  }
  const row = (ink, y) => [...ink.subarray(side * y, side * (y + 1))];
  // 800 x 100 units to 20 x 2.5 pixels: two rows between edges that are lighter, with 0.25 of ink each.
  expect(row(line, 14)).toEqual([...Array(4).fill(0), ...Array(20).fill(255), ...Array(4).fill(0)]);
  expect(Math.abs(row(line, 12)[14] - 64)).toBeLessThanOrEqual(1);
  // Upright: the base is wide, and below.
  const wide = Array.from({ length: side }, (_, y) => row(above, y).filter((value) => value > 0).length);
  expect(wide.indexOf(Math.max(...wide))).toBeGreaterThan(side / 2);
});
