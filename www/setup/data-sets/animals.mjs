// Animal silhouettes of the PyPI package `animal-mnist` (Mohammadi 2025), MIT: 10,000, a thousand of each of ten animals.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { encodeIdx } from '../idx.mjs';
import { givenData } from '../paths.mjs';
import { checkSum, sha256 } from '../sums.mjs';
import { pinned } from './download.mjs';

const wheel = {
  url: 'https://files.pythonhosted.org/packages/bb/ec/bd60c048875be7eb80f2ec83608551e34f0542e6fce8c4330b316a83992f/animal_mnist-0.4-py3-none-any.whl',
  sum: 'aeebf3d9de4552d6fd2d5701424e1a5b9020f8e5115d68df9db252f2f53ce2ce',
};
const count = 10_000;
const testCount = 1_500;
const side = 28;
/** Of all images in their order, then all labels: the same whichever they came from. */
const sum = 'e17eb81dc31d0a2b1bed316fcaef337d067a105792dbd9b2dd098124f52f9fe3';

const data = {
  kind: 'image',
  width: side,
  height: side,
  channels: 1,
  classes: ['Bear', 'Bird', 'Cat', 'Cow', 'Dog', 'Elephant', 'Giraffe', 'Horse', 'Sheep', 'Zebra'],
};

/** The package pickles NumPy arrays: their bytes begin where the pickle's header ends. Labels are 64-bit integers. */
async function fromPackage() {
  const { unzipSync } = await import('fflate');
  const files = unzipSync(readFileSync(await pinned(wheel)));
  const read = (name) => gunzipSync(files[`animal_mnist/data/Animal_MNIST/animal_${name}_version_3.gz`]);
  const labels = read('label').subarray(146);
  return { pixels: read('data').subarray(150), labelOf: (index) => labels[8 * index] };
}

/** IDX files, in whatever order. */
function fromFolder(folder) {
  const read = (name) => gunzipSync(readFileSync(join(folder, `animals-${name}-ubyte.gz`)));
  const labels = read('labels-idx1').subarray(8);
  return { pixels: read('images-idx3').subarray(16), labelOf: (index) => labels[index] };
}

/** By the SHA-256 of their pixels: mixed, alike wherever they come from, and equal ones beside each other in one split. */
export function inOrder({ pixels, labelOf }, count) {
  const size = side * side;
  const images = Array.from({ length: count }, (_, index) => {
    const image = pixels.subarray(size * index, size * (index + 1));
    return { image, label: labelOf(index), place: `${sha256(image)} ${labelOf(index)}` };
  });
  return images.sort((one, other) => (one.place < other.place ? -1 : 1));
}

const split = (images) => ({
  images: encodeIdx([images.length, side, side], Buffer.concat(images.map(({ image }) => image))),
  labels: encodeIdx([images.length], Buffer.from(images.map(({ label }) => label))),
});

async function make() {
  const isGiven = givenData && existsSync(join(givenData, 'animals-images-idx3-ubyte.gz'));
  const images = inOrder(isGiven ? fromFolder(givenData) : await fromPackage(), count);
  const all = split(images);
  checkSum(Buffer.concat([all.images, all.labels]), sum, 'animal-mnist', 'correct DATA_DIR, or unset it');
  return { data, train: split(images.slice(0, -testCount)), test: split(images.slice(-testCount)) };
}

export const animals = { key: 'animals', make: (step) => step('Get the animal silhouettes', '3 s', make) };
