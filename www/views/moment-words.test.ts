import { expect, it } from 'vitest';
import { momentWords } from './moment-words';

const at = { step: 1000, images: 64_000, stepsPerEpoch: 937 };
const test = {
  images: [6400, 12_800],
  reconstruction: [180, 170.04],
  kl: [5, 5],
  elbo: [-185, -175.04],
};

it('says step and epoch, and the last test by then', () => {
  expect(momentWords(50, at, test, false)).toBe('The past: step 50, epoch 1');
  expect(momentWords(100, at, test, false)).toBe('The past: step 100, epoch 1, test ELBO −185.0');
  expect(momentWords(938, at, test, false)).toBe('The past: step 938, epoch 2, test ELBO −175.0');
});

it('says the reconstruction term of an autoencoder, which has no ELBO', () => {
  expect(momentWords(300, at, test, true)).toBe(
    'The past: step 300, epoch 1, test reconstruction term 170.0',
  );
});
