// Runs training in its worker: starts it, hears of it, replaces it where the device fails.

import { batch } from '@preact/signals-core';
import { proxy, type Remote, transfer, wrap } from 'comlink';
import { placeModel } from './explore';
import type { ExplorerClient } from './explorer-client';
import { emptyHistory, withPoint } from './history';
import type { Order, RunConfig, Site, TidingsOf, TrainerApi, TrainerEvent } from './protocol';
import type { State } from './store';

type Intent = 'run' | 'step' | 'wait';

export class Training {
  /** The id of the run whose events count; every worker gets its own. */
  private run = 0;
  private intent: Intent = 'wait';
  private worker: Worker | undefined;
  private trainer: Remote<TrainerApi> | undefined;

  constructor(
    private readonly state: State,
    private readonly explorer: ExplorerClient,
    private readonly site: Promise<Site>,
    /** What the address asks for. */
    private readonly threads: number | undefined,
    private readonly report: (error: unknown) => void,
  ) {}

  /** A fresh model by `config`, or the paused run further. */
  async go(intent: Exclude<Intent, 'wait'>, config: RunConfig) {
    const { phase } = this.state;
    this.intent = intent;
    if (phase.value === 'idle') {
      const choice = this.state.choice.value;
      this.state.startedWith.value = choice;
      await this.begin({ config, choice, threads: this.threads, from: undefined });
    } else if (phase.value !== 'starting') await this.proceed();
  }

  async pause() {
    this.intent = 'wait';
    if (this.state.phase.value !== 'running') return;
    this.state.phase.value = 'paused';
    await this.trainer?.pause();
  }

  async reset() {
    this.discard();
    const summary = await this.explorer.ask((it) => it.reopen());
    placeModel(this.state, summary, 0, 0);
  }

  /** Changes what needs no fresh start. */
  async tune(beta: number, learningRate: number) {
    const config = this.state.config.value;
    if (!config) return;
    const train = { ...config.train, beta, learningRate };
    this.state.config.value = { ...config, train };
    if (this.state.phase.value !== 'starting') await this.trainer?.tune(beta, learningRate);
  }

  private async begin(order: Omit<Order, 'run'>) {
    const { state } = this;
    const { config } = order;
    const run = ++this.run;
    batch(() => {
      state.phase.value = 'starting';
      state.loading.value = 'Loading…';
      state.config.value = config;
      if (!order.from) state.history.value = emptyHistory();
    });
    this.worker?.terminate();
    this.worker = new Worker(new URL('./workers/trainer.ts', import.meta.url), {
      type: 'module',
      name: 'trainer',
    });
    this.worker.onerror = (event) => {
      const message = event.message || 'its worker could not be loaded';
      void this.hear({ run, tidings: { kind: 'failed', backend: 'cpu', threads: 1, message } });
    };
    this.trainer = wrap<TrainerApi>(this.worker);
    await this.trainer.create(
      await this.site,
      { run, ...order },
      proxy((event: TrainerEvent) => this.hear(event)),
    );
    if (run !== this.run) return;
    const { beta, learningRate } = state.config.value?.train ?? config.train;
    await this.trainer.tune(beta, learningRate);
    if (run === this.run) await this.proceed();
  }

  private async proceed() {
    this.state.phase.value = this.intent === 'run' ? 'running' : 'paused';
    if (this.intent === 'run') await this.trainer?.resume();
    if (this.intent === 'step') await this.trainer?.step();
  }

  private discard() {
    const { state } = this;
    this.run++;
    this.intent = 'wait';
    this.worker?.terminate();
    this.worker = this.trainer = undefined;
    batch(() => {
      state.phase.value = 'idle';
      state.config.value = undefined;
      state.progress.value = undefined;
      state.test.value = undefined;
      state.epochTest.value = undefined;
      state.backendWords.value = undefined;
      state.notice.value = undefined;
      state.history.value = emptyHistory();
    });
  }

  private async hear({ run, tidings }: TrainerEvent) {
    if (run !== this.run) return;
    const { state } = this;
    if (tidings.kind === 'loading') state.loading.value = tidings.words;
    if (tidings.kind === 'backend') this.hearBackend(tidings);
    if (tidings.kind === 'progress') batch(() => this.hearProgress(tidings));
    if (tidings.kind === 'test') batch(() => this.hearTest(tidings));
    if (tidings.kind === 'snapshot') await this.hearSnapshot(tidings);
    if (tidings.kind === 'failed') await this.hearFailure(tidings);
  }

  private hearBackend({ words, notice }: TidingsOf<'backend'>) {
    this.state.backendWords.value = words;
    if (notice) this.state.notice.value = notice;
  }

  private hearProgress({ position, terms, imagesPerSecond }: TidingsOf<'progress'>) {
    const { history, progress } = this.state;
    progress.value = { position, imagesPerSecond };
    history.value = { ...history.value, train: withPoint(history.value.train, position.images, terms) };
  }

  private hearTest({ position, terms, digits }: TidingsOf<'test'>) {
    const { history, test, epochTest } = this.state;
    history.value = { ...history.value, test: withPoint(history.value.test, position.images, terms) };
    const measured = { terms, digits, epoch: position.epoch };
    if (position.stepInEpoch === position.stepsPerEpoch) epochTest.value = measured;
    else test.value = measured;
  }

  private async hearSnapshot({ weights, step }: TidingsOf<'snapshot'>) {
    const { run } = this;
    const handed = transfer(weights, [weights.buffer as ArrayBuffer]);
    const summary = await this.explorer.ask((it) => it.load(handed));
    if (run === this.run) placeModel(this.state, summary, run, step);
  }

  /** WebGPU gives way to the CPU, and many threads to one, from the last snapshot; a failure of one thread ends the run. */
  private async hearFailure({ backend, threads, message }: TidingsOf<'failed'>) {
    const { run, state } = this;
    const config = state.config.value;
    const onGpu = backend === 'webgpu';
    if (!config || (!onGpu && threads === 1)) {
      this.discard();
      this.report(new Error(`Training stopped: ${sentence(message)}`));
      return;
    }
    const model = state.model.value;
    const step = model?.run === run ? model.step : 0;
    const weights = step > 0 ? await this.explorer.ask((it) => it.weights()) : undefined;
    if (run !== this.run) return;
    const [stopped, next] = onGpu ? ['WebGPU', 'the CPU'] : ['The threads', 'one thread'];
    state.notice.value = `${stopped} stopped: ${sentence(message)} Training goes on on ${next} from step ${step.toLocaleString('en')}.`;
    await this.begin({
      config,
      choice: 'cpu',
      threads: onGpu ? this.threads : 1,
      from: weights && { weights, step },
    });
  }
}

const sentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`);
