// Files as somebody brings them: pictures, arrays and tables, made here.

import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { Zip, type ZipInputFile, zipSync } from 'fflate';

const SIDE = 28;

/** A bar, upright or level, of a colour on black or, as ink, the other way round; where it lies is the number's. */
export function bar(upright: boolean, number: number, colour: readonly number[]): Uint8Array {
  const pixels = new Uint8Array(SIDE * SIDE * colour.length);
  const start = 6 + (number % 14);
  for (let along = 4; along < SIDE - 4; along++)
    for (let across = start; across < start + 3; across++) {
      const [x, y] = upright ? [across, along] : [along, across];
      pixels.set(colour, (y * SIDE + x) * colour.length);
    }
  return pixels;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Of 28 x 28 pixels, grey or colour. */
export function png(pixels: Uint8Array): Buffer {
  const line = pixels.length / SIDE;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, line === SIDE ? 0 : 2], 8);
  // No line is written as its difference from another one.
  const lines = Array.from({ length: SIDE }, (_, y) => [
    Uint8Array.of(0),
    pixels.subarray(y * line, (y + 1) * line),
  ]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const data = deflateSync(Buffer.concat(lines.flat()));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A small picture whose header says that it is of so many pixels a side. */
export function lyingPng(side: number): Buffer {
  const bytes = png(bar(true, 0, [255]));
  for (const at of [16, 20]) bytes.writeUInt32BE(side, at);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

/** Two classes of so many pictures each, and with them what is no picture. */
export function zipOfBars(each: number, colour: readonly number[]): Buffer {
  const files: Record<string, Uint8Array> = {};
  for (let number = 0; number < each; number++) {
    files[`bars/level/${number}.png`] = png(bar(false, number, colour));
    files[`bars/upright/${number}.png`] = png(bar(true, number, colour));
  }
  files['bars/upright/broken.png'] = png(bar(true, 0, colour)).subarray(0, 60);
  files['bars/notes.txt'] = Buffer.from('no picture');
  return Buffer.from(zipSync(files));
}

/** A file that many times, packed once: packing a gigabyte takes ten seconds. */
export function zipOfCopies(file: Uint8Array, names: readonly string[]): Buffer {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_error, part) => parts.push(part));
  const packed = deflateRawSync(file);
  const crc = crc32(file);
  for (const filename of names) {
    const entry: ZipInputFile = { filename, size: file.length, crc, compression: 8 };
    zip.add(entry);
    entry.ondata?.(null, packed, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

/** An array of bytes as NumPy writes it. */
export function npy(shape: readonly number[], bytes: Uint8Array): Buffer {
  const words = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const header = Buffer.from(words.padEnd(117, ' ').concat('\n'));
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length);
  return Buffer.concat([Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0]), length, header, bytes]);
}

/** A row a picture of 4 x 4, its class in the column “kind”; the last row has too few numbers. */
export function csv(rows: number): Buffer {
  const names = Array.from({ length: 16 }, (_, index) => `pixel${index}`);
  const row = (index: number) => [...names.map((_, at) => ((at + index) * 13) % 256), 'abc'[index % 3]];
  const lines = [[...names, 'kind'], ...Array.from({ length: rows }, (_, index) => row(index)), [1, 2, 3]];
  return Buffer.from(lines.map((line) => line.join(',')).join('\n'));
}
