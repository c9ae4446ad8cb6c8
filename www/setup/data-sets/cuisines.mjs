// Which of the world's cuisines 1,373 people like (Hickey 2014, FiveThirtyEight), CC BY 4.0: 4 and 5 of 5.

import { readTastes, tasteSources } from './readers.mjs';

const table = {
  name: 'food-world-cup-data.csv',
  url: 'https://raw.githubusercontent.com/fivethirtyeight/data/master/food-world-cup/food-world-cup-data.csv',
  sum: '0ada78c5e93576f50fa84954d1c940292c2211ff9f0cfc0ba5f2d46ac232dd98',
};

export const cuisines = {
  key: 'cuisines',
  sources: tasteSources,
  make: (step) => step('Get the world’s cuisines', '1 s', () => readTastes({ table })),
};
