// The page that trains for the benchmark: its figures, and the systems that take turns, are asked for by name.

import { Systems } from './systems';
import { timeToQuality } from './time-to-quality';
import { growth, kinds, trainingSpeed } from './training-speed';

Object.assign(window, { figures: { trainingSpeed, growth, kinds, timeToQuality }, systems: new Systems() });
