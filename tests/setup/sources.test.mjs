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
  const of = { target: join(folder, 'target'), crate: join(folder, 'crate') };
  const [kept, changed] = ['kept.rs', 'deep/changed.rs'].map((name) => join(of.crate, 'src', name));
  mkdirSync(join(of.crate, 'src/deep'), { recursive: true });
  const fingerprint = join(of.target, 'wasm32-unknown-unknown/release/.fingerprint/latent-explorer-1f');
  mkdirSync(fingerprint, { recursive: true });
  const write = (file, content, time) => {
    writeFileSync(file, content);
    utimesSync(file, time, time);
  };
  write(kept, 'one', BUILT);
  write(changed, 'two', BUILT);
  const build = (time) => write(join(fingerprint, 'invoked.timestamp'), '', time);
  build(BUILT);
  rememberSources(of);
  write(kept, 'one', CHECKED_OUT);
  write(changed, 'three', CHECKED_OUT);
  const added = join(of.crate, 'added.rs');
  write(added, 'four', CHECKED_OUT);
  return { of, kept, changed, added, build };
}

const timeOf = (file) => statSync(file).mtime;

it('gives a source that is as it was built its time back, and no other one', () => {
  const { of, kept, changed, added } = checkout();
  recallSources(of);
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
  const other = temporaryFolder();
  rememberSources({ ...of, crate: other });
  recallSources({ ...of, crate: other });
  expect(timeOf(kept)).toEqual(CHECKED_OUT);
});

it('has nothing to say of a checkout that was never built', () => {
  const { of, kept } = checkout();
  const nowhere = { ...of, target: join(of.target, 'nowhere') };
  rememberSources(nowhere);
  recallSources(nowhere);
  expect(timeOf(kept)).toEqual(CHECKED_OUT);
});
