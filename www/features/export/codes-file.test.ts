import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Codes } from '../../engine/protocol';
import { openModel } from '../testing';
import { makeCodes } from './codes-file';

const codes: Codes = {
  mu: Float32Array.of(1, 2, 3, 4),
  logVar: Float32Array.of(-1, -2, -3, -4),
  factor: new Float32Array(),
  labels: Uint8Array.of(7, 0),
};

/** A file of the codes of two samples. */
async function file(format: 'csv' | 'npy' | 'npz', found = codes) {
  const { model, show } = openModel({ codes: { first: async () => found } });
  show({ latentSize: 2 });
  const made = await makeCodes('t10k')({ model } as never, format, {} as never);
  return new Uint8Array((await made?.arrayBuffer()) ?? new ArrayBuffer());
}

const shapeIn = (npy: Uint8Array | undefined) => /\(.*\)/.exec(new TextDecoder().decode(npy))?.[0];

it('has a row for each sample: its place, its class, and its posterior', async () => {
  expect(new TextDecoder().decode(await file('csv'))).toBe(
    'index,label,mu1,mu2,logVar1,logVar2\r\n0,7,1,2,-1,-2\r\n1,0,3,4,-3,-4\r\n',
  );
  expect(shapeIn(await file('npy'))).toBe('(2, 2)');
  const arrays = unzipSync(await file('npz'));
  expect(Object.entries(arrays).map(([name, array]) => [name, shapeIn(array)])).toEqual([
    ['mu.npy', '(2, 2)'],
    ['logVar.npy', '(2, 2)'],
    ['labels.npy', '(2,)'],
  ]);
});

it('has no variance of an autoencoder’s codes, which are points', async () => {
  const points = { ...codes, logVar: new Float32Array() };
  expect(new TextDecoder().decode(await file('csv', points))).toContain('index,label,mu1,mu2\r\n');
  expect(Object.keys(unzipSync(await file('npz', points)))).toEqual(['mu.npy', 'labels.npy']);
});
