// Takes one training step apart.

import { expose } from 'comlink';
import { loadBuild } from '../build';
import type { BreakdownApi, RecordedStep, Site } from '../protocol';

class BreakdownWorker implements BreakdownApi {
  async breakDown(site: Site, recorded: RecordedStep) {
    return (await loadBuild('cpu', site)).breakDown(recorded);
  }
}

expose(new BreakdownWorker());
