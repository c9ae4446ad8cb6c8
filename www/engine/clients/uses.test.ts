import { expose } from 'comlink';
import { afterEach, expect, it, vi } from 'vitest';
import type { Site } from '../protocol';
import type { Here } from '../protocol/here';
import type { UsesOrder } from '../protocol/uses';
import { UsesClient } from './uses';

/** Answers with the version that it holds, and says a moment later of another one that it is stale. */
class FakeWorker extends EventTarget {
  readonly terminate = () => this.channel.port1.close();
  private readonly channel = new MessageChannel();
  readonly postMessage = this.channel.port1.postMessage.bind(this.channel.port1);

  constructor() {
    super();
    this.channel.port1.onmessage = ({ data }) =>
      this.dispatchEvent(Object.assign(new Event('message'), { data }));
    let loaded = 0;
    const load = async ({ version }: UsesOrder) => {
      loaded = version;
    };
    const answer = async (version: number) => {
      await new Promise((resolve) => setTimeout(resolve));
      return version === loaded ? { value: version } : { stale: true };
    };
    expose({ open: async () => undefined, load, answer }, this.channel.port2);
    this.channel.port2.postMessage({ here: '' } satisfies Here);
    workers.push(this);
  }
}

const workers: FakeWorker[] = [];

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
  vi.unstubAllGlobals();
});

it('keeps a model until all that it was asked is answered, whatever versions others ask of', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('navigator', {});
  const client = new UsesClient(async () => ({ base: '', data: {} }) as Site);
  const long = (version: number) =>
    client.askOf(
      version,
      async () => new Uint8Array(1),
      async (it) => {
        const said: unknown[] = [];
        for (let part = 0; part < 5; part++) said.push(await it.sort.learn());
        return said;
      },
    );
  const versions = [1, 2, 1, 3, 3];
  const answers = await Promise.all(versions.map(long));
  expect(answers).toEqual(versions.map((version) => Array(5).fill(version)));
});
