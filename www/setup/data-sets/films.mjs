// Films that people like: MovieLens latest-small of 2016 (Harper and Konstan 2015), under GroupLens' own terms, which the page
// says. As the figures in README.md have it: films rated 4 or more, that ten people like, of people who like five.

import { readTastes, tasteSources } from './readers.mjs';

const without = 'give DATA_DIR, a folder with films-ratings.csv.gz and films.csv.gz (MovieLens latest-small)';
const table = {
  name: 'films-ratings.csv.gz',
  sum: 'b722091bcee4c02bbb2e4a5af4647fb9ee740a1b7fea5dad3252bc1b7ef7b5a3',
  without,
};
const titles = {
  name: 'films.csv.gz',
  sum: '94e495a7cdac252dcc4440cf8b5e1f49fbe6527944f3065d64f478d0a5ece74f',
  without,
};
const options = { liked: 4, leastPeople: 10, leastItems: 5 };

export const films = {
  key: 'films',
  sources: tasteSources,
  make: (step) => step('Get the films', '1 s', () => readTastes({ table, titles, options })),
};
