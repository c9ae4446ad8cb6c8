import { expect, it } from 'vitest';
import { putIn, readPage } from '../../www/setup/markup.ts';

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

it('makes the page whole', () => {
  const page = readPage();
  expect(page).not.toContain('<!-- feature:');
  expect(page).toContain('id="map"');
});
