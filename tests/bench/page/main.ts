// The page that trains for the benchmark: its figures, and the systems that take turns, are asked for by name.

import { Systems } from './systems';
import { timeToQuality } from './time-to-quality';
import { convolutionalSpeed, growth, kinds, trainingSpeed } from './training-speed';

Object.assign(window, {
  figures: { trainingSpeed, convolutionalSpeed, growth, kinds, timeToQuality },
  systems: new Systems(),
});
