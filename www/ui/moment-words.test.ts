import { expect, it } from 'vitest';
import { momentWords } from './moment-words';

const at = 937;
const test = { steps: [100, 200], reconstruction: [180, 170.04], elbo: [-185, -175.04] };

it('says step and epoch, and the last test by then', () => {
  expect(momentWords(50, at, test, false)).toBe('step 50, epoch 1');
  expect(momentWords(100, at, test, false)).toBe('step 100, epoch 1, test ELBO −185.0');
  expect(momentWords(938, at, test, false)).toBe('step 938, epoch 2, test ELBO −175.0');
});

it('says the reconstruction term of an autoencoder, which has no ELBO', () => {
  expect(momentWords(300, at, test, true)).toBe('step 300, epoch 1, test reconstruction term 170.0');
});
