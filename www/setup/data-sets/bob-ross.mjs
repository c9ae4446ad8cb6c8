// What Bob Ross painted in 403 episodes of “The Joy of Painting” (Hickey 2014, FiveThirtyEight), CC BY 4.0.

import { readTastes, tasteSources } from './readers.mjs';

const table = {
  name: 'elements-by-episode.csv',
  url: 'https://raw.githubusercontent.com/fivethirtyeight/data/master/bob-ross/elements-by-episode.csv',
  sum: '42045c8b8aaa8296095d6b294927fb9d0f73a57259f59b560c375844c0fe01cf',
};

export const bobRoss = {
  key: 'bob-ross',
  sources: tasteSources,
  make: (step) => step('Get Bob Ross’s paintings', '1 s', () => readTastes({ table })),
};
