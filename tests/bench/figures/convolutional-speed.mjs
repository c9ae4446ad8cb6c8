// The same as the training speed, of a convolutional model.

import { allSystems, systemsNamed } from '../systems.mjs';
import { takeTurns } from '../turns.mjs';

export { rows } from './training-speed.mjs';

export const title = 'Training 784, 16 and 32 channels, 256-128-64-2 and back, batch 128, Adam';

/** TensorFlow.js has no gradient of a convolution in wasm. */
const trains = ({ name }) => !name.startsWith('TensorFlow.js wasm');

export const measure = ({ browser, seconds, systems }) =>
  takeTurns(browser, 'convolutionalSpeed', systemsNamed(systems, allSystems.filter(trains)), seconds);
