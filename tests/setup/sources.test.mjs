import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recallSources, rememberSources } from '../../www/setup/sources.mjs';
import { temporaryFolder } from './temporary.mjs';

const BUILT = new Date('2026-01-01T00:00:00Z');
const CHECKED_OUT = new Date('2026-02-01T00:00:00Z');

/** A checkout with two sources that were built, and checked out anew since. */
function checkout() {
  const folder = temporaryFolder();
  const of = { target: join(folder, 'target'), checkout: join(folder, 'checkout') };
  const names = ['Cargo.toml', 'crate/kept.rs', 'crate/src/changed.rs', 'crate/src/added.rs'];
  const [manifest, kept, changed, added] = names.map((name) => join(of.checkout, name));
  mkdirSync(join(of.checkout, 'crate/src'), { recursive: true });
  const fingerprint = join(of.target, 'wasm32-unknown-unknown/release/.fingerprint/latent-explorer-1f');
  mkdirSync(fingerprint, { recursive: true });
  const write = (file, content, time) => {
    writeFileSync(file, content);
    utimesSync(file, time, time);
  };
  write(manifest, 'zero', BUILT);
  write(kept, 'one', BUILT);
  write(changed, 'two', BUILT);
  const build = (time) => write(join(fingerprint, 'invoked.timestamp'), '', time);
  build(BUILT);
  rememberSources(of);
  write(manifest, 'zero', CHECKED_OUT);
  write(kept, 'one', CHECKED_OUT);
  write(changed, 'three', CHECKED_OUT);
  write(added, 'four', CHECKED_OUT);
  return { of, manifest, kept, changed, added, build };
}

const timeOf = (file) => statSync(file).mtime;

it('gives a source that is as it was built its time back, and no other one', () => {
  const { of, manifest, kept, changed, added } = checkout();
  recallSources(of);
  expect(timeOf(manifest)).toEqual(BUILT);
  expect(timeOf(kept)).toEqual(BUILT);
  expect(timeOf(changed)).toEqual(CHECKED_OUT);
  expect(timeOf(added)).toEqual(CHECKED_OUT);
  expect(readFileSync(changed, 'utf8')).toBe('three');
});

it('leaves all as they are where something was built since, of whatever sources', () => {
  const { of, kept, build } = checkout();
  build(new Date(Date.now() + 60_000));
  recallSources(of);
  expect(timeOf(kept)).toEqual(CHECKED_OUT);
});

it('knows nothing of another checkout that builds into the same folder', () => {
  const { of, kept } = checkout();
  const { of: other } = checkout();
  const beside = { ...other, target: of.target };
  rememberSources(beside);
  recallSources(beside);
  expect(timeOf(kept)).toEqual(CHECKED_OUT);
});

it('has nothing to say of a checkout that was never built', () => {
  const { of, kept } = checkout();
  const nowhere = { ...of, target: join(of.target, 'nowhere') };
  rememberSources(nowhere);
  recallSources(nowhere);
  expect(timeOf(kept)).toEqual(CHECKED_OUT);
});
