// The page that trains for the benchmark: its figures are asked for by name.

import { timeToQuality } from './time-to-quality';
import { trainingSpeed } from './training-speed';

Object.assign(window, { figures: { trainingSpeed, timeToQuality } });
