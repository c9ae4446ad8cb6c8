// Arrays as NumPy keeps them: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html, version 1.0.

import { zipSync } from 'fflate';
import { imagesIn, shownData } from '../../ui/shown-data';

type Values = Float32Array | Uint8Array | Int32Array;

/** Values in the order of the last dimension first. */
export interface NumpyArray {
  values: Values;
  shape: readonly number[];
}

/** The file is little-endian, and so is every machine that runs a browser. */
const TYPES = { Float32Array: '<f4', Uint8Array: '|u1', Int32Array: '<i4' };

/** NumPy leaves so much room in the header for the first dimension to grow, and begins the values at a multiple of 64. */
const ROOM = 21;
const ALIGNED = 64;
const BEFORE_HEADER = 10;

const typeOf = (values: Values) =>
  TYPES[
    values instanceof Float32Array
      ? 'Float32Array'
      : values instanceof Uint8Array
        ? 'Uint8Array'
        : 'Int32Array'
  ];

export function npyOf({ values, shape }: NumpyArray): Uint8Array<ArrayBuffer> {
  const count = shape.reduce((product, size) => product * size, 1);
  if (count !== values.length)
    throw new Error(`Expected ${count} values for an array of ${shape.join(' × ')}, got ${values.length}.`);
  const sides = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const described = `{'descr': '${typeOf(values)}', 'fortran_order': False, 'shape': ${sides}, }`;
  const grown = described.length + ROOM - String(shape[0]).length;
  const whole = Math.ceil((BEFORE_HEADER + grown + 1) / ALIGNED) * ALIGNED;
  const header = `${described.padEnd(whole - BEFORE_HEADER - 1)}\n`;
  const file = new Uint8Array(whole + values.byteLength);
  file.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, header.length & 255, header.length >> 8]);
  file.set(new TextEncoder().encode(header), BEFORE_HEADER);
  file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), whole);
  return file;
}

/** Several arrays by their names, as `numpy.savez_compressed` keeps them. */
export function npzOf(arrays: Readonly<Record<string, NumpyArray>>): Uint8Array<ArrayBuffer> {
  const files = Object.entries(arrays).map(([name, array]) => [`${name}.npy`, npyOf(array)]);
  return zipSync(Object.fromEntries(files)) as Uint8Array<ArrayBuffer>;
}

/** Images of the model that is shown, one after the other: their number, channels where they are several, height and width. */
export function imageArray(images: Uint8Array): NumpyArray {
  const { width, height, channels } = shownData.peek();
  const sides = channels > 1 ? [channels, height, width] : [height, width];
  return { values: images, shape: [imagesIn(images), ...sides] };
}

export const npyBlob = (array: NumpyArray) => new Blob([npyOf(array)], { type: 'application/octet-stream' });
export const npzBlob = (arrays: Readonly<Record<string, NumpyArray>>) =>
  new Blob([npzOf(arrays)], { type: 'application/zip' });
