// Compressed copies beside the files: the server sends them as they are, at the best compression.

import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const compressible = /\.(html|js|css|svg|wasm|safetensors|part|json)$/;
/** Above this Brotli's best quality takes tens of seconds for one or two per cent. */
const bestQualityLimit = 6 << 20;
/** Below this a compressed copy saves nothing. */
const smallest = 1 << 10;

export async function compressFile(file) {
  const content = await readFile(file);
  const quality = content.length > bestQualityLimit ? 9 : 11;
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: quality,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await Promise.all([
    brotli(content, { params }).then((bytes) => writeFile(`${file}.br`, bytes)),
    gzip(content, { level: 9 }).then((bytes) => writeFile(`${file}.gz`, bytes)),
  ]);
}

export async function compressFolder(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  const worth = files.filter((file) => compressible.test(file) && statSync(file).size >= smallest);
  await Promise.all(worth.map(compressFile));
}
