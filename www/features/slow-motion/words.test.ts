import { expect, it } from 'vitest';
import type { StepBreakdown } from '../../engine/protocol';
import type { Stage } from './state';
import { stageWords } from './words';

const costOf = (reconstruction: number, kl: number, loss: number) => ({
  terms: { reconstruction, kl, elbo: -reconstruction - kl },
  loss,
});

const walk: StepBreakdown = {
  batchSize: 64,
  samples: 1,
  inputs: new Uint8Array(2 * 784),
  targets: new Uint8Array(2 * 784),
  mu: Float32Array.of(0.5, -1, 2, 2),
  logVar: Float32Array.of(0, 2 * Math.log(0.5), 0, 0),
  factor: new Float32Array(),
  z: Float32Array.of(1, -1.25, 2, 2),
  decoded: new Uint8Array(2 * 784),
  beta: 2,
  learningRate: 0.00012,
  before: costOf(180, 5, 190),
  after: costOf(179, 5.1, 189.2),
  gradientNorm: 532.12,
  layers: [],
};

const words = (stage: Stage, given: Partial<StepBreakdown> = {}) =>
  stageWords({ step: 1200, stage, walk: { ...walk, ...given }, followed: 'drawing' });

it('says what goes in, and how many', () => {
  expect(words('encode')).toBe(
    'Step 1,200 of a copy of this model: your drawing and 63 training images go into the encoder. 2 of them stand here, your drawing first. All is as it was when you leave.',
  );
});

it('says the first image’s posterior and its sample, or an autoencoder’s code', () => {
  expect(words('sample')).toContain('μ = (0.50, −1.00), σ = (1.00, 0.50), z = (1.00, −1.25)');
  expect(words('sample', { samples: 5 })).toContain('5 samples');
  expect(words('sample', { logVar: new Float32Array() })).toBe(
    'An autoencoder draws nothing: z is the encoder’s answer. The first image has z = (1.00, −1.25).',
  );
});

it('says how the loss is made of the two terms, as the model trains', () => {
  expect(words('loss')).toContain(
    'Reconstruction term 180.0 + β 2 × KL term 5.0: the loss is 190.0 nats an image, the mean of all 64.',
  );
  expect(words('loss')).not.toContain('free bits');
  expect(words('loss', { before: costOf(180, 5, 196) })).toContain('free bits');
  expect(words('loss', { samples: 5 })).toContain('importance-weighted bound, 190.0 nats');
  expect(words('loss', { logVar: new Float32Array(), before: costOf(180, 0, 180) })).toContain(
    'its reconstruction term: 180.0 nats',
  );
});

it('says how far the step went, and what it brought', () => {
  expect(words('update')).toContain('norm 532. At learning rate 0.00012');
  expect(words('update')).toContain('loss 190.00 before the step, 189.20 after it');
});
