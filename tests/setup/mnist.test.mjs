import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeImages, encodeLabels } from '../../www/setup/idx.mjs';
import { checkMnistFile, mnistFiles } from '../../www/setup/mnist-files.mjs';
import { readMnist, stateOf } from '../../www/setup/mnist-folder.mjs';
import { digitsOf, toIdxFiles } from '../../www/setup/mnist-package.mjs';
import { shuffled } from '../../www/setup/shuffled.mjs';
import { checkSum } from '../../www/setup/sums.mjs';
import { temporaryFolder } from './temporary.mjs';

const blank = (label, ink) => ({ label, pixels: Buffer.alloc(784, ink) });

describe('IDX', () => {
  it('has the magic number, the sizes and then the bytes', () => {
    const images = encodeImages([blank(3, 7), blank(4, 9)]);
    expect(images.subarray(0, 16).toString('hex')).toBe('00000803000000020000001c0000001c');
    expect(images.length).toBe(16 + 2 * 784);
    expect(images[16]).toBe(7);
    expect(images[16 + 784]).toBe(9);
    expect(encodeLabels([blank(3, 7), blank(4, 9)]).toString('hex')).toBe('00000801000000020304');
  });
});

describe('the npm package', () => {
  it('gives back every byte from its rounded value', () => {
    const bytes = Array.from({ length: 784 }, (_, index) => index % 256);
    const values = bytes.map((byte) => Number((byte / 255).toFixed(3)));
    const [digit] = digitsOf(5, values);
    expect(digit.label).toBe(5);
    expect([...digit.pixels]).toEqual(bytes);
  });

  it('is shuffled by its seed alone, losing nothing', () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    expect(shuffled(items, 1)).toEqual(shuffled(items, 1));
    expect(shuffled(items, 1)).not.toEqual(shuffled(items, 2));
    expect(shuffled(items, 1)).not.toEqual(items);
    expect(shuffled(items, 1).sort((a, b) => a - b)).toEqual(items);
  });

  it('is split so that images keep their labels and none is in both parts', () => {
    const digits = Array.from({ length: 10 }, (_, label) => blank(label, label));
    const files = toIdxFiles(digits, 7);
    const content = (name) => gunzipSync(files[name]);
    const inks = (name) => {
      const pixels = content(name).subarray(16);
      return Array.from({ length: pixels.length / 784 }, (_, index) => pixels[784 * index]);
    };
    const trainLabels = [...content('train-labels-idx1-ubyte.gz').subarray(8)];
    const testLabels = [...content('t10k-labels-idx1-ubyte.gz').subarray(8)];
    expect(trainLabels).toHaveLength(7);
    expect(inks('train-images-idx3-ubyte.gz')).toEqual(trainLabels);
    expect(inks('t10k-images-idx3-ubyte.gz')).toEqual(testLabels);
    expect([...trainLabels, ...testLabels].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('checksums', () => {
  const name = 'train-labels-idx1-ubyte.gz';
  let folder;
  beforeEach(() => {
    folder = temporaryFolder();
  });

  it('refuse other content, naming both sums and what to do', () => {
    expect(() => checkSum(Buffer.from('abc'), mnistFiles[name], 'a file', 'delete it')).toThrow(
      `a file is refused: its SHA-256 should be ${mnistFiles[name]}, but is ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad. The file is damaged or another one: delete it.`,
    );
    expect(() => checkMnistFile(name, gzipSync('abc'), 'a.gz', 'delete it')).toThrow(/its SHA-256 should be/);
  });

  it('refuse what is not gzip, and gzip cut short', () => {
    expect(() => checkMnistFile(name, Buffer.from('<html>'), 'a.gz', 'delete it')).toThrow(
      /a.gz is refused: it should be a gzip file/,
    );
    const cut = gzipSync('abc').subarray(0, 12);
    expect(() => checkMnistFile(name, cut, 'a.gz', 'delete it')).toThrow(/cannot be unpacked/);
  });

  it('name the file that a folder lacks, or that is wrong in it', () => {
    expect(() => readMnist(folder, 'correct MNIST_DIR')).toThrow(
      /train-images-idx3-ubyte.gz is missing: .* should hold .*; correct MNIST_DIR\./,
    );
    writeFileSync(join(folder, 'train-images-idx3-ubyte.gz'), gzipSync('abc'));
    expect(() => readMnist(folder, 'correct MNIST_DIR')).toThrow(
      /train-images-idx3-ubyte.gz is refused: .*correct MNIST_DIR\./,
    );
  });

  // Only MNIST itself is taken: what is found is told by what is refused.
  it.each([
    'train-images-idx3-ubyte',
    'train-images.idx3-ubyte',
    'train-images.idx3-ubyte.gz',
    'raw/train-images-idx3-ubyte',
    'MNIST/raw/train-images-idx3-ubyte.gz',
  ])('find %s', (place) => {
    const before = stateOf(folder);
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    writeFileSync(join(folder, place), place.endsWith('.gz') ? gzipSync('abc') : 'abc');
    expect(() => readMnist(folder, 'correct MNIST_DIR')).toThrow(
      `${join(folder, place)} is refused: its SHA-256 should be`,
    );
    expect(stateOf(folder)).not.toEqual(before);
  });
});

// Of what set-up may find in its stead, npm's digits, none is the whole.
const whole = process.env.WHOLE_MNIST;

it.skipIf(!whole)('reads plain files of MNIST, and gives them as gzip', () => {
  const folder = temporaryFolder();
  const given = readMnist(whole, '');
  mkdirSync(join(folder, 'MNIST/raw'), { recursive: true });
  for (const [name, bytes] of Object.entries(given)) {
    writeFileSync(join(folder, 'MNIST/raw', name.replace('.gz', '')), gunzipSync(bytes));
  }
  const read = readMnist(folder, '');
  for (const [name, bytes] of Object.entries(given))
    expect(gunzipSync(read[name]).equals(gunzipSync(bytes))).toBe(true);
});
