import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of the test that is running, which goes with it. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'latent-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
