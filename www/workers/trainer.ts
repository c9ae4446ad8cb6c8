// Owns the optimiser and the device of one run.

import { expose, transfer } from 'comlink';
import type { Backend, Order, Site, Tell, Tidings, TrainerApi } from '../protocol';
import { type Chosen, chooseBackend, type Gpu, withoutWebGpuBuild } from './backend';
import { type Latent, loadBuild } from './build';
import { fetchSplit } from './files';
import { Pump } from './pump';
import { buffersOf } from './transfer';

class TrainerWorker implements TrainerApi {
  private pump: Pump | undefined;
  private backend: Backend = 'cpu';
  private report: (tidings: Tidings) => Promise<void> = async () => undefined;

  async create(site: Site, order: Order, tell: Tell) {
    this.report = (tidings) => {
      const event = { run: order.run, tidings };
      return tell(tidings.kind === 'snapshot' ? transfer(event, buffersOf(tidings.weights)) : event);
    };
    watch(this.fail);
    try {
      await this.prepare(site, order);
    } catch (error) {
      await this.fail(error);
    }
  }

  resume() {
    return this.ready.resume();
  }

  pause() {
    return this.ready.pause();
  }

  step() {
    return this.ready.step();
  }

  tune(beta: number, learningRate: number) {
    return this.ready.tune(beta, learningRate);
  }

  private async prepare(site: Site, { config, choice, from }: Order) {
    const { latent, chosen } = await this.loadBackend(site, choice);
    this.backend = chosen.backend;
    await this.report({ kind: 'backend', words: chosen.words, notice: chosen.notice });

    await this.report({ kind: 'loading', words: 'Loading the digits…' });
    const [train, test] = await Promise.all([
      fetchSplit(site.base, 'train').then((files) => latent.Digits.parse(...files)),
      fetchSplit(site.base, 't10k').then((files) => latent.Digits.parse(...files)),
    ]);
    await this.report({
      kind: 'loading',
      words: `Building the model for ${train.length.toLocaleString('en')} digits…`,
    });
    const session = await latent.TrainingSession.create(chosen.backend, config, train, from?.weights);
    this.pump = new Pump({
      session,
      test,
      batchSize: config.train.batchSize,
      before: from?.step ?? 0,
      tell: this.report,
      fail: this.fail,
    });
    await this.pump.sendSnapshot();
  }

  private async loadBackend(
    site: Site,
    choice: Order['choice'],
  ): Promise<{ latent: typeof Latent; chosen: Chosen }> {
    const gpu = (navigator as { gpu?: Gpu }).gpu;
    const chosen = await chooseBackend(choice, gpu);
    if (chosen.backend === 'cpu') return { latent: await loadBuild('cpu', site), chosen };
    await this.report({ kind: 'loading', words: 'Loading the WebGPU build…' });
    try {
      return { latent: await loadBuild('webgpu', site), chosen };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { latent: await loadBuild('cpu', site), chosen: withoutWebGpuBuild(reason) };
    }
  }

  private readonly fail = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    return this.report({ kind: 'failed', backend: this.backend, message });
  };

  private get ready() {
    if (!this.pump) throw new Error('The run is not ready yet: wait until the model is built.');
    return this.pump;
  }
}

/** A panic may come from a callback of the device, and a lost device may answer no call: both are failures of the run. */
function watch(fail: (error: unknown) => void) {
  addEventListener('error', (event) => {
    event.preventDefault();
    fail(event.error ?? event.message);
  });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    fail(event.reason);
  });
  if (typeof GPUAdapter === 'undefined') return;
  const requestDevice = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const device = await requestDevice.call(this, descriptor);
    void device.lost.then(({ reason, message }) => {
      if (reason !== 'destroyed') fail(new Error(`The GPU device was lost. ${message}`));
    });
    return device;
  };
}

expose(new TrainerWorker());
