// Takes one training step apart.

import { expose } from 'comlink';
import { loadBuild } from '../build';
import type { Site, Stride, WalkerApi } from '../protocol';

class WalkerWorker implements WalkerApi {
  async walk(site: Site, stride: Stride) {
    return (await loadBuild('cpu', site)).walkStride(stride);
  }
}

expose(new WalkerWorker());
