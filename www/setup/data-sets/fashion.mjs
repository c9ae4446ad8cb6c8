// Fashion-MNIST (Xiao, Rasul and Vollgraf 2017), MIT: Debian's package, which keeps the four files as they were published.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { run, which } from '../run.mjs';
import { pinned } from './download.mjs';

const debian = {
  url: 'https://deb.debian.org/debian/pool/main/d/dataset-fashion-mnist/dataset-fashion-mnist_0.0~git20200523.55506a9-1_all.deb',
  sum: '39e172fe32dd318ebb3e512220c3beea2fa47d7e20bab348fb4e0922d6beefc0',
};

const data = {
  kind: 'image',
  width: 28,
  height: 28,
  channels: 1,
  classes: [
    ...['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat'],
    ...['Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
  ],
};

/** Without a package manager: a .deb is an `ar` archive with a tarball of its files. */
async function unpack(deb, folder) {
  if (which('dpkg-deb')) return run('dpkg-deb', ['-x', deb, folder], { quiet: true });
  await run('ar', ['x', deb, 'data.tar.xz'], { cwd: folder, quiet: true });
  await run('tar', ['-xf', join(folder, 'data.tar.xz'), '-C', folder], { quiet: true });
}

async function make() {
  const deb = await pinned(debian);
  const folder = mkdtempSync(join(tmpdir(), 'latent-fashion-'));
  try {
    await unpack(deb, folder);
    const read = (name) =>
      gunzipSync(readFileSync(join(folder, 'usr/share/datasets/fashion-mnist', `${name}-ubyte.gz`)));
    const split = (name) => ({ images: read(`${name}-images-idx3`), labels: read(`${name}-labels-idx1`) });
    return { data, train: split('train'), test: split('t10k') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const fashion = { key: 'fashion', make: (step) => step('Get Fashion-MNIST', '10 s', make) };
