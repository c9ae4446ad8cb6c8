// Owns the optimiser and the device of one run.

import { expose, transfer } from 'comlink';
import type { Order, Site, Tell, Tidings, TidingsOf, TrainerApi } from '../protocol';
import { reasonOf } from '../reason';
import type { Gpu } from './backend';
import { type Build, loadBuild } from './build';
import { openEngine } from './engine';
import { fetchSplit } from './files';
import { gpuTrouble } from './gpu-trouble';
import { Pump } from './pump';
import { buffersOf } from './transfer';

const CAUSE_MS = 250;

class TrainerWorker implements TrainerApi {
  private pump: Pump | undefined;
  private readonly trouble = gpuTrouble();
  private device: Pick<TidingsOf<'failed'>, 'backend' | 'threads'> = { backend: 'cpu', threads: 1 };
  private report: (tidings: Tidings) => Promise<void> = async () => undefined;

  async create(site: Site, order: Order, tell: Tell) {
    this.report = (tidings) => {
      const event = { run: order.run, tidings };
      return tell(tidings.kind === 'snapshot' ? transfer(event, buffersOf(tidings.weights)) : event);
    };
    watch(this.fail);
    void this.trouble.then(this.fail);
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

  private async prepare(site: Site, order: Order) {
    const { config, from } = order;
    const around = {
      gpu: (navigator as { gpu?: Gpu }).gpu,
      isolated: crossOriginIsolated,
      cores: navigator.hardwareConcurrency,
      load: (build: Build) => loadBuild(build, site),
    };
    const say = (words: string) => this.report({ kind: 'loading', words });
    const { latent, backend, threads, words, notice } = await openEngine(order, around, say);
    this.device = { backend, threads };
    await this.report({ kind: 'backend', words, notice });

    await say('Loading the digits…');
    const [train, test] = await Promise.all([
      fetchSplit(site.base, 'train').then((files) => latent.Digits.parse(...files)),
      fetchSplit(site.base, 't10k').then((files) => latent.Digits.parse(...files)),
    ]);
    await say(`Building the model for ${train.length.toLocaleString('en')} digits…`);
    const session = await latent.TrainingSession.create(backend, config, train, from?.weights);
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

  private readonly fail = async (error: unknown) => {
    // A call that fails for the device's sake may be heard of before the device itself.
    const cause = await Promise.race([this.trouble, later(CAUSE_MS)]);
    const message = messageOf(cause ?? error);
    await this.report({ kind: 'failed', ...this.device, message });
  };

  private get ready() {
    if (!this.pump) throw new Error('The run is not ready yet: wait until the model is built.');
    return this.pump;
  }
}

/** The first line: what follows is a stack, or the causes in the words of libraries. */
function messageOf(error: unknown) {
  const message = reasonOf(error);
  return message.split('\n')[0] ?? message;
}

const later = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds));

/** A panic may come from a callback of the device, where no call of ours hears of it. */
function watch(fail: (error: unknown) => void) {
  addEventListener('error', (event) => {
    event.preventDefault();
    fail(event.error ?? event.message);
  });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    fail(event.reason);
  });
}

expose(new TrainerWorker());
