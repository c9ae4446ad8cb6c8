// Takes the figures that are asked for, prints them as tables and writes them down as JSON.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../www/setup/paths.mjs';
import { main, outputOf } from '../../www/setup/run.mjs';
import { describeMachine, launch, load } from './browser.mjs';
import * as convolutionalSpeed from './figures/convolutional-speed.mjs';
import * as firstDecode from './figures/first-decode.mjs';
import * as growth from './figures/growth.mjs';
import * as kinds from './figures/kinds.mjs';
import * as pointer from './figures/pointer.mjs';
import * as timeToQuality from './figures/time-to-quality.mjs';
import * as trainingSpeed from './figures/training-speed.mjs';
import * as wasmSizes from './figures/wasm-sizes.mjs';

const figures = {
  'training-speed': trainingSpeed,
  'convolutional-speed': convolutionalSpeed,
  growth,
  kinds,
  'time-to-quality': timeToQuality,
  'first-decode': firstDecode,
  pointer,
  'wasm-sizes': wasmSizes,
};

const usage = `Usage: npm run bench -- [options] [figure ...]

Figures: ${Object.keys(figures).join(', ')}; all of them by default.
  --seconds N   how long to time each system's training, and each drag (default 8)
  --systems A,B only the systems with these words in their names, as native, jax, tensorflow, webgpu or wasm, and
                this project on the same devices and on one CPU thread
  --out FILE    where the JSON goes (default test-results/bench.json)`;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '8' },
      systems: { type: 'string' },
      out: { type: 'string', default: resolve(root, 'test-results/bench.json') },
      help: { type: 'boolean', default: false },
    },
  });
  const seconds = Number(values.seconds);
  const unknown = positionals.filter((name) => !(name in figures));
  if (values.help || unknown.length > 0 || !(seconds > 0)) {
    for (const name of unknown) console.error(`There is no figure "${name}".`);
    console.error(usage);
    process.exit(values.help ? 0 : 1);
  }
  return { ...values, seconds, names: positionals.length > 0 ? positionals : Object.keys(figures) };
}

async function bench() {
  const { names, out, ...options } = readArguments();
  const browser = await launch();
  const machine = {
    ...describeMachine(browser),
    commit: await outputOf('git', ['rev-parse', '--short', 'HEAD']),
  };
  console.table(machine);
  const results = {};
  for (const name of names) {
    const { title, measure, rows } = figures[name];
    const loadBefore = load();
    const result = await measure({ browser, ...options });
    const loadAfter = load();
    console.log(`\n${title} (load before and after: ${loadBefore}, ${loadAfter})`);
    console.table(rows(result));
    results[name] = { result, load: [loadBefore, loadAfter] };
  }
  await browser.close();
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify({ machine, options, results }, null, 2)}\n`);
  console.log(`\nAll of it: ${out}`);
}

await main(bench);
// The servers of the figures would keep the process alive.
process.exit(0);
