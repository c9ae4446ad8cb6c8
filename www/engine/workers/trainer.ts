// Owns the optimiser and the device of one run.

import { transfer, wrap } from 'comlink';
import { backendOf, type Latent, loadBuild } from '../build';
import { type Failure, failureOf } from '../failure/failure';
import { fetchSamples } from '../files';
import { isIsolated } from '../isolated';
import { pause } from '../pause';
import type { Build, Order, RunConfig, RunRequest, Site, Tell, TrainerApi, TrainerEvent } from '../protocol';
import type { Loading } from '../starting';
import type { Stops } from '../stops';
import { Turns } from '../turns';
import { chooseBackend, type Gpu } from './backend';
import { type Engine, openEngine } from './engine';
import { gpuTrouble } from './gpu-trouble';
import { Handover } from './handover';
import { Pump } from './pump';
import { serve } from './serve';
import { guessStep, LONG_STEP, smallRun, timeSteps, tryOut } from './timing';

const CAUSE_MS = 250;

class TrainerWorker implements TrainerApi {
  private readonly trouble = gpuTrouble();
  private readonly gpu = (navigator as { gpu?: Gpu }).gpu;
  /** A run starts when the warming up is over. */
  private readonly turns = new Turns();
  private site: Site | undefined;
  private report: (event: TrainerEvent) => Promise<void> = async () => undefined;
  private readonly handover = new Handover();
  /** The build that is at work: it is to blame. */
  private build: Build = 'cpu';
  private pump: Pump | undefined;

  async open(site: Site, run: number, port: MessagePort, snapshots: MessagePort) {
    this.site = site;
    const tell = wrap<Tell>(port);
    this.report = (event) => tell({ run, event });
    this.handover.connect(snapshots);
    watch(this.fail);
    // A device that the CPU was chosen over may go.
    void this.trouble.then((error) => (this.build === 'webgpu' ? this.fail(error) : undefined));
  }

  async connect(snapshots: MessagePort) {
    this.handover.connect(snapshots);
  }

  warmUp(request: RunRequest) {
    return this.attempt(async () => {
      const { backend } = await chooseBackend(request, this.gpu);
      if (backend === 'cpu') return;
      const engine = { latent: await this.load('webgpu'), build: 'webgpu' } as const;
      await this.say({ what: 'gpu' });
      await tryOut(engine, this.opened, request.config, (session) => session.train(1));
    });
  }

  create(order: Order) {
    return this.attempt(() => this.start(order));
  }

  show() {
    return this.ready.show();
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

  tune(wanted: RunConfig) {
    return this.ready.tune(wanted);
  }

  async stopAt(stops: Stops) {
    this.ready.stopAt(stops);
  }

  async checkpoint() {
    const kept = await this.ready.checkpoint();
    return kept && transfer(kept, [kept.weights.buffer]);
  }

  async giveWay(busy: boolean) {
    this.pump?.giveWay(busy);
  }

  private attempt(work: () => Promise<void>) {
    return this.turns.take(() => work().catch(this.fail));
  }

  private async start(order: Order) {
    const { config, from, times } = order;
    const { latent, build, device, notices } = await openEngine(order, {
      gpu: this.gpu,
      isolated: isIsolated(),
      cores: navigator.hardwareConcurrency,
      times,
      load: (build) => this.load(build),
      time: (engine) => this.time(engine, config),
      remember: (key, times) => this.report({ kind: 'timed', key, times }),
    });
    this.build = build;
    await this.report({ kind: 'backend', device, notices });

    await this.say({ what: 'images', part: 0 });
    const [train, test] = await Promise.all([
      fetchSamples(latent, this.opened, 'train', (part) => void this.say({ what: 'images', part })),
      fetchSamples(latent, this.opened, 't10k'),
    ]).catch((error: unknown) => {
      // Nothing else would fetch them better.
      this.build = 'cpu';
      throw error;
    });
    await this.say({ what: 'model', images: train.length });
    const session = from?.exact
      ? await latent.TrainingSession.restore(backendOf(build), train, from.weights)
      : await latent.TrainingSession.create(backendOf(build), config, train, from?.weights);
    if (build === 'webgpu') await this.say({ what: 'gpu' });
    await session.prepare();
    await this.warnOfLongSteps({ latent, build }, config);
    this.pump = new Pump({
      session,
      test,
      batchSize: config.train.batchSize,
      made: {
        step: from?.step ?? 0,
        before: from?.exact ? 0 : (from?.step ?? 0),
        seconds: from?.seconds ?? 0,
      },
      tell: this.report,
      hand: (snapshot) => this.handover.hand(snapshot),
      fail: this.fail,
    });
    await this.pump.show();
  }

  private load(build: Build) {
    this.build = build;
    return loadBuild(build, this.opened, (part) => {
      void this.say({ what: 'build', build, part });
    });
  }

  /** Nothing is heard of a step before its end: of one that takes long the page is told beforehand. */
  private async warnOfLongSteps(engine: Pick<Engine, 'latent' | 'build'>, config: RunConfig) {
    const small = smallRun(config);
    if (!small) return;
    const guess = (session: Pick<Latent.TrainingSession, 'train'>) => guessStep(session, config);
    const seconds = await tryOut(engine, this.opened, small, guess);
    if (seconds > LONG_STEP) await this.report({ kind: 'slow', seconds });
  }

  private async time(engine: Engine, config: RunConfig) {
    this.build = engine.build;
    await this.say({ what: 'comparison' });
    return tryOut(engine, this.opened, config, timeSteps);
  }

  private say(loading: Loading) {
    return this.report({ kind: 'loading', loading });
  }

  private readonly fail = async (error: unknown) => {
    const { build } = this;
    // A call that fails for the device's sake may be heard of before the device itself.
    const cause = build === 'webgpu' && (await Promise.race([this.trouble, pause(CAUSE_MS)]));
    await this.report({ kind: 'failed', build, why: whyOf(cause || error) });
  };

  private get opened() {
    if (!this.site) throw new Error('The trainer is not open yet: open it first.');
    return this.site;
  }

  private get ready() {
    if (!this.pump) throw new Error('The run is not ready yet: wait until the model is built.');
    return this.pump;
  }
}

/** The first line: what follows is a stack, or the causes in the words of libraries. */
function whyOf(error: unknown): Failure {
  const why = failureOf(error);
  return 'message' in why ? { ...why, message: why.message.split('\n', 1).join('') } : why;
}

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

serve(new TrainerWorker());
