// npm run packages: the engine and the custom element as npm packages, in dist-packages/.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';
import { packagesFolder, publicFolder, root } from './paths.mjs';
import { main, run } from './run.mjs';
import { fingerprint, once } from './stamp.mjs';
import { step } from './step.mjs';
import { buildWasm } from './wasm.mjs';

const module = join(publicFolder, 'wasm/cpu/latent_bg.wasm');
/** What each has beside its script, its worker and the crate's module. */
const packages = {
  engine: [],
  element: [join(root, 'assets/mnist-2d.safetensors')],
};
const names = Object.keys(packages);

const source = (name, ...path) => join(root, 'www/packages', name, ...path);
const declared = join(root, 'node_modules/.cache/declarations/www/packages');

/**
 * The consumer's bundler is to find worker and module, so Vite leaves their addresses alone here, and what is left is in the
 * form that all bundlers know. The crate's script knows an address of the module too, which is never used: it is always given.
 */
const addresses = {
  name: 'addresses',
  enforce: /** @type {const} */ ('pre'),
  transform: (code) => code.replace("new URL('latent_bg.wasm', import.meta.url)", 'undefined'),
  generateBundle(_, files) {
    const left = /new URL\(\s*\/\* @vite-ignore \*\/\s*`([^`]+)`,/g;
    for (const file of Object.values(files)) file.code = file.code.replaceAll(left, 'new URL("$1",');
  },
};

async function bundle(entry, outDir, file) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [addresses],
    define: { SITE_SUMS: '{}' },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      lib: { entry, formats: ['es'], fileName: () => file },
      rolldownOptions: { output: { minify: true } },
    },
  });
}

/** The declarations of a package, from its entry on; the crate's come from what wasm-bindgen has written. */
function declare(name, out, file = 'index', done = new Set()) {
  if (done.has(file)) return;
  done.add(file);
  const text = readFileSync(join(declared, name, `${file}.d.ts`), 'utf8')
    .replaceAll(/'[./]+\/public\/wasm\/cpu\/latent'/g, "'./crate'")
    .replaceAll(/'\.\/([\w-]+)'/g, "'./$1.js'");
  writeFileSync(join(out, `${file}.d.ts`), text);
  for (const [, next] of text.matchAll(/'\.\/([\w-]+)\.js'/g)) {
    if (next === 'crate') writeFileSync(join(out, 'crate.d.ts'), crateTypes());
    else declare(name, out, next, done);
  }
}

/** Its plain values: they come first. Classes and functions are the worker's. */
function crateTypes() {
  const text = readFileSync(join(publicFolder, 'wasm/cpu/latent.d.ts'), 'utf8');
  return text.slice(0, text.lastIndexOf('/**', text.indexOf('export class')));
}

/** Its panics say where the sources lay: whose home that was is left out. The lengths stay. */
function withoutHome(bytes) {
  const places = [homedir(), root].map((place) => Buffer.from(place).toString('latin1'));
  const hide = (text, place) => text.replaceAll(place, place.replaceAll(/[^/]/g, '~'));
  return Buffer.from(places.reduce(hide, bytes.toString('latin1')), 'latin1');
}

/** Of the libraries within. */
const licences = () =>
  ['comlink', '@preact/signals-core']
    .map((name) => `${name}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`)
    .join('\n\n');

async function make(name, beside) {
  const folder = join(packagesFolder, name);
  const out = join(folder, 'dist');
  mkdirSync(out, { recursive: true });
  await bundle(source(name, 'index.ts'), out, 'index.js');
  await bundle(source('engine', 'worker.ts'), out, 'worker.js');
  declare(name, out);
  writeFileSync(join(out, basename(module)), withoutHome(readFileSync(module)));
  for (const file of beside) copyFileSync(file, join(out, basename(file)));
  writeFileSync(join(out, 'licences.txt'), licences());
  copyFileSync(source(name, 'README.md'), join(folder, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'package.json'), manifest(name));
}

/** Version and licence are the project's. */
function manifest(name) {
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const { version, license } = read(join(root, 'package.json'));
  const { name: scoped, description, ...rest } = read(source(name, 'package.json'));
  return `${JSON.stringify({ name: scoped, version, description, license, ...rest }, null, 2)}\n`;
}

export async function buildNpmPackages() {
  const inputs = fingerprint([
    ...['packages', 'engine', 'ui', 'app', 'setup/npm-packages.mjs', 'public/wasm/cpu'].map(
      (it) => `www/${it}`,
    ),
    ...['package.json', 'package-lock.json', 'assets', 'LICENSE'],
  ]);
  await once('npm-packages', { inputs, output: join(packagesFolder, names[0], 'package.json') }, () =>
    step('Build the npm packages', '10 s', async () => {
      rmSync(packagesFolder, { recursive: true, force: true });
      await run('tsc', ['-p', 'www/packages/tsconfig.json']);
      for (const name of names) await make(name, packages[name]);
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(async () => {
    await installPackages();
    await buildWasm('cpu');
    await buildNpmPackages();
    console.log('The packages are in dist-packages/: `npm pack` or publish them from there.');
  });
}
