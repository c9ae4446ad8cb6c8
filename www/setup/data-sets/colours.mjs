// Names that people have given colours, each with its colour, of the npm package `color-name-list` (David Aerne and contributors, MIT).

import { filesOfPackage } from '../npm-archive.mjs';
import { readTexts, textSources } from './readers.mjs';

const source = {
  name: 'color-name-list',
  version: '14.51.0',
  sum: '013fafea70300e1996327e91450a13baa9bab076799f1b25b2b6702eefa97920',
};

/** Of a table of names and colours; a few names have quotes around them. */
export const linesOf = (table) =>
  table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const comma = line.lastIndexOf(',');
      const name = line
        .slice(0, comma)
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"');
      return `${name}\t${line.slice(comma + 1).trim()}`;
    });

async function make() {
  const [table] = await filesOfPackage(source, ['dist/colornames.csv']);
  return readTexts('colornames.csv', linesOf(table.toString()), { lower: true, longest: 24 });
}

export const colours = {
  key: 'colours',
  sources: textSources,
  make: (step) => step('Get the names of colours', '5 s', make),
};
