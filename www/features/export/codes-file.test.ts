import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Codes, DataSpec } from '../../engine/protocol';
import { bytesOf } from '../../ui/written';
import { DATA, openModel } from '../testing';
import { makeCodes } from './codes-file';

const codes: Codes = {
  mu: Float32Array.of(1, 2, 3, 4),
  logVar: Float32Array.of(-1, -2, -3, -4),
  factor: new Float32Array(),
  labels: Uint8Array.of(7, 0),
};

/** A file of the codes of two samples. */
async function file(format: 'csv' | 'npy' | 'npz', found = codes, data = DATA) {
  const texts = async () => ['a, "=b"', '=ab'].map((text) => withColour(bytesOf([...text], data), data));
  const { model, show } = openModel({ codes: { first: async () => found, texts } });
  show({ latentSize: 2, data });
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

/** Every one is #0a00ff. */
function withColour(bytes: Uint8Array, { colour, width }: DataSpec) {
  if (colour) bytes.set([10, 0, 255], width - 3);
  return bytes;
}

it('has the text of each sample, with its colour, and nothing for a class that has no name', async () => {
  const items = [...'ab,=" '];
  const text: DataSpec = { ...DATA, kind: 'text', width: 12, height: 1, channels: 2, classes: ['?'], items };
  const csv = async (data: DataSpec) => new TextDecoder().decode(await file('csv', codes, data));
  const rest = ['1,2,-1,-2', '3,4,-3,-4'];
  expect(await csv(text)).toBe(
    `index,text,mu1,mu2,logVar1,logVar2\r\n0,"a, ""=b""",${rest[0]}\r\n1,"'=ab",${rest[1]}\r\n`,
  );
  expect(await csv({ ...text, colour: true })).toContain(`\r\n0,"a, ""=b""",#0a00ff,${rest[0]}\r\n`);
  const people: DataSpec = { ...DATA, kind: 'items', width: 3, height: 1, classes: ['?'] };
  expect(await csv(people)).toBe(`index,mu1,mu2,logVar1,logVar2\r\n0,${rest[0]}\r\n1,${rest[1]}\r\n`);
});
