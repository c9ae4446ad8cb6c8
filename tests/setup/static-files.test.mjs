import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staticFiles } from '../../www/setup/static-files.mjs';

const text = '0123456789';
let folder, server, port;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latent-files-'));
  mkdirSync(join(folder, 'sub'));
  const files = {
    'index.html': 'the page',
    'plain.txt': text,
    'both.js': 'plain',
    'both.js.br': 'as br',
    'both.js.gz': 'as gz',
    'data.gz': 'gzip by nature',
    'model.safetensors': 'weights',
    'a b#c.txt': 'a name to be encoded',
    'large.bin': Buffer.alloc(8 << 20),
    'large.bin.br': Buffer.alloc(8 << 20),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  server = createServer(
    staticFiles(folder, { base: '/some/folder/', headersOf: () => ({ 'X-Ours': 'yes' }) }),
  );
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  port = server.address().port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Sends a request as it is said, without a client's own opinion of it. */
function ask(path, { method = 'GET', headers = {}, base = '/some/folder/' } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path: base + path, method, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts).toString();
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
const range = (value, method = 'GET') => ask('plain.txt', { method, headers: { range: `bytes=${value}` } });

it('answers parts of a file, from its end too', async () => {
  expect(await range('2-4')).toMatchObject({
    status: 206,
    body: '234',
    headers: { 'content-range': 'bytes 2-4/10' },
  });
  expect(await range('-5')).toMatchObject({
    status: 206,
    body: '56789',
    headers: { 'content-range': 'bytes 5-9/10' },
  });
  expect(await range('7-')).toMatchObject({ status: 206, body: '789' });
  expect(await range('8-99999999999999999999')).toMatchObject({ status: 206, body: '89' });
  expect(await range('0-99999999999999999999')).toMatchObject({ body: text });
  expect(await range('-99')).toMatchObject({ body: text });
});

it.each(['10-5', '10-', '99999999999999999999-', '-0', '9-3'])(
  'survives bytes=%s, which no file has',
  async (value) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await range(value, method);
      expect(status).toBe(416);
      expect(headers['content-range']).toBe('bytes */10');
    }
    expect((await ask('plain.txt')).body).toBe(text);
  },
);

it.each(['', 'x', '5', '1-2-3', '--5', '1-2,5-6', 'a-b', '-', '1e3-'])('survives bytes=%s', async (value) => {
  expect([200, 206, 416]).toContain((await range(value)).status);
  expect((await ask('plain.txt')).body).toBe(text);
});

it.each([
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.nip.io',
  '192.168.1.1:80',
  'localhost@evil.example',
])('refuses the host "%s"', async (host) => {
  expect((await ask('plain.txt', { headers: { host } })).status).toBe(403);
});

it.each(['localhost', 'localhost:1234', '127.0.0.1:80', '[::1]', '[::1]:80', 'LOCALHOST'])(
  'answers this machine as %s',
  async (host) => {
    expect((await ask('plain.txt', { headers: { host } })).body).toBe(text);
  },
);

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])(
  'refuses %s, and says what it allows',
  async (method) => {
    const { status, headers } = await ask('plain.txt', { method });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  },
);

it.each([
  ['br, gzip', 'as br', 'br'],
  ['gzip, deflate, br, zstd', 'as br', 'br'],
  ['gzip', 'as gz', 'gzip'],
  ['br;q=0', 'plain', undefined],
  ['br;q=0, gzip', 'as gz', 'gzip'],
  ['br;q=0.1, gzip;q=0.9', 'as gz', 'gzip'],
  ['*', 'as br', 'br'],
  ['*;q=0', 'plain', undefined],
  ['', 'plain', undefined],
])('accepting "%s" gets what it takes', async (accepted, body, coding) => {
  const answer = await ask('both.js', { headers: { 'accept-encoding': accepted } });
  expect(answer.body).toBe(body);
  expect(answer.headers['content-encoding']).toBe(coding);
  expect(answer.headers['content-type']).toMatch(/javascript/);
  expect(answer.headers.vary).toBe('Accept-Encoding');
});

it('tells each file by its own kind, and sends what has no copy as it is', async () => {
  const headers = { 'accept-encoding': 'gzip, br' };
  expect((await ask('', { headers })).body).toBe('the page');
  expect((await ask('data.gz', { headers })).headers).toMatchObject({
    'content-type': 'application/gzip',
    'x-ours': 'yes',
  });
  expect((await ask('data.gz', { headers })).headers['content-encoding']).toBeUndefined();
  expect((await ask('model.safetensors')).headers['content-type']).toBe('application/octet-stream');
  expect((await ask('a%20b%23c.txt?x=%')).body).toBe('a name to be encoded');
  const { etag, 'cache-control': cache } = (await ask('plain.txt')).headers;
  expect(cache).toBe('no-cache');
  expect((await ask('plain.txt', { headers: { 'if-none-match': etag } })).status).toBe(304);
});

it.each([
  ['none.txt', 404],
  ['sub', 404],
  ['sub/', 404],
  ['plain.txt/', 404],
  ['%', 404],
  ['%00', 404],
  ['..%2f..%2fetc%2fpasswd', 403],
  ['%2e%2e/', 403],
])('answers the path %s by %i', async (path, status) => {
  expect((await ask(path)).status).toBe(status);
});

it('survives a name that no file can have', async () => {
  expect((await ask('x'.repeat(5000))).status).toBe(404);
});

it('answers nothing beside its folder', async () => {
  expect((await ask('plain.txt', { base: '/' })).status).toBe(404);
  expect((await ask('', { base: 'http://localhost/some/folder/' })).status).toBe(404);
});

const openFiles = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      return false;
    }
  }).length;

/** Takes the first bytes and goes away. */
const breakOff = (encoding) =>
  new Promise((resolve) => {
    const headers = { 'accept-encoding': encoding };
    const asked = request({ port, host: '127.0.0.1', path: '/some/folder/large.bin', headers, agent: false });
    asked.on('response', (response) => response.once('data', () => response.destroy()));
    asked.on('close', resolve);
    asked.on('error', () => {});
    asked.end();
  });

// Where the descriptors of a process can be read: Linux.
it.runIf(process.platform === 'linux')('closes the files of downloads that are broken off', async () => {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.all(Array.from({ length: 30 }, (_, index) => breakOff(index % 2 ? 'br' : 'identity')));
  }
  await expect.poll(openFiles).toBe(0);
});
