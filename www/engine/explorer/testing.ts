// The explorer's worker over a build whose models are three bytes, for tests.

import { vi } from 'vitest';
import { loadBuild } from '../build';
import { SITE_DATA, SITE_FILES } from '../data/spec';
import type { ExplorerEvent, ModelConfig, ModelSummary } from '../protocol';
import { Session } from './session';

vi.mock('../build', () => ({ loadBuild: vi.fn() }));

/** Which run or shipped model it is of, how large its latent space is, and after how many steps. */
export const weightsOf = (source: number, latentSize: number, step = 0) =>
  Uint8Array.of(source, latentSize, step);
/** No model's. */
export const BROKEN = Uint8Array.of(255);
export const BROKEN_MESSAGE = 'Expected a model of three bytes.';

export class FakeModel {
  private freed = false;

  constructor(private readonly weights: Uint8Array) {
    if (weights.length !== 3) throw new Error(BROKEN_MESSAGE);
  }

  get isFreed() {
    return this.freed;
  }

  free() {
    this.use();
    this.freed = true;
  }

  /** With its source in place of the number of parameters. */
  summary(): ModelSummary {
    const [source = 0, latentSize = 0] = this.use();
    return { config: { latentSize } as ModelConfig, data: SITE_DATA, inkBox: 20, parameters: source };
  }

  /** The bytes that it was made of. */
  use(): Uint8Array {
    if (this.freed) throw new Error('This model has been freed.');
    return this.weights;
  }

  mapRow(_view: unknown, row: number): Uint8Array {
    if (row === 13) throw new Error('No row 13.');
    return this.use().slice();
  }
}

/** `models` are all that were opened, in their order. */
export async function openSession(
  weights: Uint8Array,
  tell: (event: ExplorerEvent) => Promise<void> = async () => undefined,
) {
  const models: FakeModel[] = [];
  class Explorer extends FakeModel {
    constructor(bytes: Uint8Array) {
      super(bytes);
      models.push(this);
    }
  }
  const halved = (bytes: Uint8Array) => bytes.slice(0, 1);
  vi.mocked(loadBuild).mockResolvedValue({ Explorer, halved } as never);
  const session = new Session();
  const site = { base: 'http://page/', module: {} as WebAssembly.Module, data: SITE_FILES };
  await session.prepare(site, 0, tell);
  const loaded = await session.openModel(weights);
  return { session, models, loaded };
}
