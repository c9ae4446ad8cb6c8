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

export const films = {
  key: 'films',
  sources: tasteSources,
  make: (step) =>
    step('Get the films', '1 s', async () => ({
      ...(await readTastes({ table, titles, options })),
      licence,
    })),
};
