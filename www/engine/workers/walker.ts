// Takes one training step apart.

import { expose } from 'comlink';
import type { Site, Stride, WalkerApi } from '../protocol';
import { loadBuild } from './build';

class WalkerWorker implements WalkerApi {
  async walk(site: Site, stride: Stride) {
    return (await loadBuild('cpu', site)).walkStride(stride);
  }
}

expose(new WalkerWorker());
