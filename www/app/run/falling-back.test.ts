import { expect, it } from 'vitest';
import type { Failure } from '../../engine/failure/failure';
import { createState } from '../../features/testing';
import { DEFAULT_RUN } from '../settings/schema';
import { inPlaceOf } from './falling-back';

const after = async (why: Failure) => {
  const state = createState();
  state.run.config.value = DEFAULT_RUN;
  const last = async () => undefined;
  return (await inPlaceOf({ kind: 'failed', build: 'threads', why }, state, { last }, undefined))?.order
    .threads;
};

it('trains on one thread where many fail', async () => {
  expect(await after({ kind: 'other', message: 'a thread failed (RuntimeError: unreachable)' })).toBe(1);
  expect(await after({ kind: 'trapped', message: 'unreachable' })).toBe(1);
  expect(await after({ kind: 'fault', fault: 'device', message: 'device: lost' })).toBe(1);
});

it('tries no other build with what no build trains', async () => {
  for (const fault of ['field', 'dataset', 'weights', 'argument'] as const)
    expect(await after({ kind: 'fault', fault, message: '' })).toBeUndefined();
});
