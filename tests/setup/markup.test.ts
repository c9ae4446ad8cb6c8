import { expect, it } from 'vitest';
import { putIn, readPage, sized } from '../../www/setup/markup.ts';

const pieces = (files: Record<string, string>) => new Map(Object.entries(files));

it('puts each piece where its slot is, within another too', () => {
  const shell = '<main>\n  <!-- feature: out -->\n</main>\n<!-- feature: key-map/button -->';
  const files = {
    out: '<p>$&\n  <!-- feature: score -->\n</p>\n',
    score: '<b></b>\n',
    'key-map/button': '<i></i>\n',
  };
  expect(putIn(shell, pieces(files))).toBe('<main>\n  <p>$&\n  <b></b>\n</p>\n</main>\n<i></i>');
});

it('names the slot that has no file, the file that has no slot, and the slot that stands twice', () => {
  expect(() => putIn('<!-- feature: out -->', pieces({}))).toThrow('expected www/features/out/markup.html');
  expect(() => putIn('', pieces({ 'keys/button': '' }))).toThrow(
    'www/features/keys/button.markup.html has no slot: expected <!-- feature: keys/button -->',
  );
  expect(() => putIn('<!-- feature: a --><!-- feature: a -->', pieces({ a: '' }))).toThrow('stands twice');
});

it('gives canvases for images the size of the data, and leaves others alone', () => {
  const strip = '<canvas id="film" class="tile" data-columns="11"></canvas>';
  const sheet = '<canvas class="tile wide" data-columns="3" data-rows="2"></canvas>';
  const size = { width: 20, height: 10 };
  expect(sized(`${strip}${sheet}`, size)).toBe(
    strip.replace('<canvas', '<canvas width="220" height="10"') +
      sheet.replace('<canvas', '<canvas width="60" height="20"'),
  );
  expect(sized('<canvas class="tile"></canvas><canvas class="map"></canvas>', size)).toBe(
    '<canvas width="20" height="10" class="tile"></canvas><canvas class="map"></canvas>',
  );
});

it('makes the page whole', () => {
  const page = readPage();
  expect(page).not.toContain('<!-- feature:');
  expect(page).toContain('id="map"');
});
