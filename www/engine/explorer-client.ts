import { type Remote, wrap } from 'comlink';
import { Failed } from './failure';
import type { ExplorerApi, ModelSummary, Site } from './protocol';

const LAST_ANSWERS_MS = 1000;

/** The explorer's worker. A panic ends its wasm instance: then a new worker opens the shipped model in its place. */
export class ExplorerClient {
  /** Told of the model that a new worker opened. */
  onReplaced: (summary: ModelSummary) => void = () => undefined;
  private worker = spawn();
  private remote = wrap<ExplorerApi>(this.worker);

  constructor(
    private readonly site: Promise<Site>,
    private readonly shipped: () => Promise<Uint8Array>,
  ) {}

  async open(weights: Uint8Array): Promise<ModelSummary> {
    return this.remote.open(await this.site, weights);
  }

  async ask<Answer>(question: (explorer: Remote<ExplorerApi>) => Promise<Answer>): Promise<Answer> {
    const { worker } = this;
    try {
      return await question(this.remote);
    } catch (error) {
      const panicked = error instanceof Error && error.name === 'RuntimeError';
      if (!panicked) throw error;
      if (worker === this.worker) await this.replace();
      throw new Failed({ kind: 'explorerStopped', message: error.message });
    }
  }

  private async replace() {
    const old = this.worker;
    setTimeout(() => old.terminate(), LAST_ANSWERS_MS);
    this.worker = spawn();
    this.remote = wrap<ExplorerApi>(this.worker);
    this.onReplaced(await this.open(await this.shipped()));
  }
}

function spawn() {
  return new Worker(new URL('./workers/explorer.ts', import.meta.url), { type: 'module', name: 'explorer' });
}
