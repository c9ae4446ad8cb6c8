import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { compile } from './compile';

/** The smallest module there is. */
const module = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const listed = { bytes: 8, sha256: createHash('sha256').update(module).digest('hex') };
const url = new URL('http://page.test/latent_bg.wasm');

const serve = (bytes: Uint8Array<ArrayBuffer>, type: string) =>
  vi.stubGlobal('fetch', async () => new Response(bytes, { headers: { 'Content-Type': type } }));

afterEach(() => vi.unstubAllGlobals());

it('compiles a module, also where a host sends it as another type', async () => {
  for (const type of ['application/wasm', 'application/octet-stream', '']) {
    serve(module, type);
    expect(await compile(url, listed), type).toBeInstanceOf(WebAssembly.Module);
  }
});

it('says what came, rather than what a compiler says of it', async () => {
  serve(
    Uint8Array.from(module, (byte, at) => (at === 7 ? 1 : byte)),
    'application/wasm',
  );
  await expect(compile(url, listed)).rejects.toMatchObject({ failure: { kind: 'changed' } });
  serve(new TextEncoder().encode('<!doctype html>'), 'text/html');
  await expect(compile(url, listed)).rejects.toMatchObject({ failure: { kind: 'wrongSize' } });
});

it('says that WebAssembly is switched off', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  await expect(compile(url)).rejects.toMatchObject({ failure: { kind: 'noWebAssembly' } });
});
