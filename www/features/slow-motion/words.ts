// What happens at each stage of a training step, with the figures of its batch.

import { imagesOf } from '../../app/run/walk';
import type { StepBreakdown } from '../../engine/protocol';
import { text } from '../../ui/text';
import { count, decimal, nats, pointWords, sentences } from '../../ui/words';
import type { Followed, SlowMotion } from './state';

/** A step changes little: the loss is told more exactly than elsewhere. */
const LOSS_DIGITS = 2;

export function stageWords({ step, walk, stage, followed }: SlowMotion): string {
  switch (stage) {
    case 'encode':
      return encodeWords(step, walk, followed);
    case 'sample':
      return sampleWords(walk);
    case 'decode':
      return decodeWords(walk);
    case 'loss':
      return lossWords(walk);
    case 'update':
      return updateWords(walk);
  }
}

function encodeWords(step: number, walk: StepBreakdown, followed: Followed) {
  const { encode, whose } = text.value.slowMotion;
  return encode(count(step), whose[followed], count(walk.batchSize - 1), count(imagesOf(walk)));
}

function decodeWords(walk: StepBreakdown) {
  const { decode, lower } = text.value.slowMotion;
  return sentences(decode, moves(walk, 'lower.prior') ? lower : undefined);
}

function sampleWords(walk: StepBreakdown) {
  const words = text.value.slowMotion;
  const latentSize = walk.mu.length / imagesOf(walk);
  const first = (values: Float32Array) => pointWords(Array.from(values.subarray(0, latentSize)));
  if (walk.logVar.length === 0) return words.code(first(walk.z));
  const sample = words.sample(first(walk.mu), first(walk.logVar.map(sigma)), first(walk.z));
  return sentences(sample, walk.samples > 1 ? words.samples(count(walk.samples)) : undefined);
}

const sigma = (logVar: number) => Math.exp(logVar / 2);

function lossWords(walk: StepBreakdown) {
  const { estimated, estimatedOfBoth } = text.value.config;
  const why = moves(walk, 'lower.prior') ? estimatedOfBoth : moves(walk, 'prior') ? estimated : undefined;
  return sentences(costWords(walk), why?.trim());
}

/** A mixture as prior moves as layers do, and what leads to a second layer of latents. */
const moves = (walk: StepBreakdown, layer: string) => walk.layers.some(({ name }) => name === layer);

function costWords({ before: { terms, loss }, beta, samples, logVar, batchSize }: StepBreakdown) {
  const words = text.value.slowMotion;
  const all = count(batchSize);
  const [reconstruction, kl] = [nats(terms.reconstruction), nats(terms.kl)];
  if (logVar.length === 0) return words.error(nats(loss), all);
  if (samples > 1) return words.bound(nats(loss), all, reconstruction, kl);
  const sum = words.loss(reconstruction, figure(beta), kl, nats(loss), all);
  // Single precision sums it another way round.
  const isSum = Math.abs(loss - terms.reconstruction - beta * terms.kl) < 1e-3 * Math.abs(loss);
  return sentences(sum, isSum ? undefined : words.freeBits);
}

function updateWords({ gradientNorm, learningRate, before, after }: StepBreakdown) {
  const words = text.value.slowMotion;
  const moved = words.update(figure(gradientNorm), figure(learningRate));
  return sentences(moved, words.fell(decimal(before.loss, LOSS_DIGITS), decimal(after.loss, LOSS_DIGITS)));
}

/** Three digits of any size of number. */
export const figure = (value: number) => String(Number(value.toPrecision(3)));

export const shareWords = (share: number) => `${figure(100 * share)} %`;
