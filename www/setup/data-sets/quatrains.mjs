// Tang quatrains of four lines of five characters, of the npm package `chinese-poetry` (MIT; the poems are in the public domain).

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { filesOfPackage } from '../npm-archive.mjs';
import { givenData } from '../paths.mjs';
import { checkSum } from '../sums.mjs';
import { readTexts, textSources } from './readers.mjs';

const source = {
  name: 'chinese-poetry',
  version: '2.0.1',
  sum: '25b549e46919c3a0569db6b68ddc96956b04a484ea4518ad2bbd4f137e307e86',
};
const files = Array.from({ length: 58 }, (_, index) => `dist/quantangshi/poet.tang.${1000 * index}.json`);
const given = 'quatrains-zh.txt.gz';
const sum = '1c8b720f2436c6395508c7ee06be6649d44ec5a8700a5f9d105bb4d483184195';

/** Those of four times five characters, without what stands between the lines, each once and in order. */
export function quatrainsOf(poems) {
  const lines = poems.map(({ paragraphs = [] }) =>
    paragraphs
      .join('')
      .split(/[，。？！；、：]/)
      .filter(Boolean),
  );
  const isQuatrain = (poem) => poem.length === 4 && poem.every((line) => [...line].length === 5);
  return [...new Set(lines.filter(isQuatrain).map((poem) => poem.join('')))].sort();
}

function fromFolder(path) {
  const content = readFileSync(path);
  checkSum(content, sum, path, 'correct DATA_DIR, or unset it');
  return gunzipSync(content).toString().trimEnd().split('\n');
}

async function make() {
  const path = givenData && join(givenData, given);
  if (path && existsSync(path)) return readTexts(given, fromFolder(path));
  const poems = (await filesOfPackage(source, files)).flatMap((file) => JSON.parse(file.toString()));
  return readTexts(given, quatrainsOf(poems));
}

export const quatrains = {
  key: 'quatrains',
  sources: textSources,
  make: (step) => step('Get the Tang quatrains', '10 s', make),
};
