import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { durationWords } from './words';

it('never says sixty of what makes one of the next', () => {
  expect(durationWords(119.7)).toBe('2 min 0 s');
  expect(durationWords(59.2)).toBe('1 min 0 s');
  expect(durationWords(3599.6)).toBe('1 h 0 min');
});

it('says seconds, minutes and hours', () => {
  expect(durationWords(0)).toBe('0 s');
  expect(durationWords(0.2)).toBe('1 s');
  expect(durationWords(61.2)).toBe('1 min 1 s');
  expect(durationWords(3660)).toBe('1 h 1 min');
});

it('is the one room that asks the browser how figures are written, in the language that the page speaks', () => {
  const asks = /\bIntl\.|\.toLocale|localeCompare|navigator\.languages?\b/;
  const files = readdirSync('www', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(tsx?|js)$/.test(file) && !/^(public|setup)|\.test\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(200);
  const asking = files.filter((file) => asks.test(readFileSync(`www/${file}`, 'utf8')));
  // The second chooses among the page's own languages.
  expect(asking.sort()).toEqual(['early.js', 'ui/words.ts'].sort());
});
