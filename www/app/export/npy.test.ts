import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import { showData } from '../../ui/shown-data';
import { imageArray, npyOf, npzOf } from './npy';
import numpy from './numpy-files.json';

const TYPES = { float32: Float32Array, uint8: Uint8Array, int32: Int32Array };

const arrays = numpy.files.map(({ type, shape, values, file }) => ({
  array: { values: TYPES[type as keyof typeof TYPES].from(values), shape },
  file,
}));

it('writes every byte of an array as NumPy does', () => {
  for (const { array, file } of arrays) expect(Buffer.from(npyOf(array)).toString('base64')).toBe(file);
});

it('keeps several arrays by their names', () => {
  const [first, second] = arrays;
  if (!first || !second) throw new Error('There are no files of NumPy.');
  const files = unzipSync(npzOf({ z: first.array, images: second.array }));
  expect(Object.keys(files)).toEqual(['z.npy', 'images.npy']);
  expect(Buffer.from(files['images.npy'] ?? []).toString('base64')).toBe(second.file);
});

it('refuses a shape that is not the values’', () => {
  expect(() => npyOf({ values: new Uint8Array(5), shape: [2, 3] })).toThrow('Expected 6 values');
});

it('keeps the channels of images in colour before their lines, as the model has them', () => {
  const shapeOf = (bytes: number) => imageArray(new Uint8Array(bytes)).shape;
  expect(shapeOf(5 * 784)).toEqual([5, 28, 28]);
  showData({ ...SITE_DATA, width: 4, height: 2, channels: 3 });
  expect(shapeOf(5 * 24)).toEqual([5, 3, 2, 4]);
  showData(SITE_DATA);
});

/** As NumPy reads it. */
function read(file: Uint8Array): { values: number[]; shape: number[] } {
  const view = new DataView(file.buffer, file.byteOffset);
  const begin = 10 + view.getUint16(8, true);
  const header = new TextDecoder().decode(file.subarray(10, begin));
  const [, type = '', sides = ''] =
    /^\{'descr': '(...)', 'fortran_order': False, 'shape': \(([^)]*)\), \} *\n$/.exec(header) ?? [];
  expect(begin % 64).toBe(0);
  const of = { '<f4': Float32Array, '|u1': Uint8Array, '<i4': Int32Array }[type];
  return {
    values: [...new (of ?? Uint8Array)(file.slice(begin).buffer)],
    shape: sides
      .split(',')
      .filter((side) => side.trim())
      .map(Number),
  };
}

it('writes any array so that it comes back, alone and among others', () => {
  const shapes = fc.array(fc.nat(4), { minLength: 1, maxLength: 4 });
  const kinds = fc.constantFrom(Float32Array, Uint8Array, Int32Array);
  fc.assert(
    fc.property(shapes, kinds, fc.integer(), fc.string({ minLength: 1 }), (shape, Kind, seed, name) => {
      const length = shape.reduce((product, size) => product * size, 1);
      const values = Kind.from(Array.from({ length }, (_, index) => Math.sin(seed + index) * 1000));
      const expected = { values: [...values], shape };
      expect(read(npyOf({ values, shape }))).toEqual(expected);
      const member = unzipSync(npzOf({ [name]: { values, shape } }))[`${name}.npy`];
      expect(read(member ?? new Uint8Array())).toEqual(expected);
    }),
  );
});
