import { expose } from 'comlink';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Stale } from '../explorer/questions';
import type { Loaded, Site } from '../protocol';
import { ExplorerClient } from './explorer';

const workers: FakeWorker[] = [];

/** Opens a model, panics when asked to, and answers nothing else. */
class FakeWorker {
  readonly terminate = vi.fn();
  private readonly channel = new MessageChannel();
  readonly postMessage = this.channel.port1.postMessage.bind(this.channel.port1);
  readonly addEventListener = this.channel.port1.addEventListener.bind(this.channel.port1);
  readonly removeEventListener = this.channel.port1.removeEventListener.bind(this.channel.port1);

  constructor() {
    workers.push(this);
    this.channel.port1.start();
    const never = () => new Promise(() => undefined);
    const open = async (_site: Site, _weights: Uint8Array, version: number) => ({ version: version + 1 });
    const panic = async () => {
      throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' });
    };
    expose({ open, answer: never, weights: never, halved: panic }, this.channel.port2);
  }

  close() {
    this.channel.port1.close();
  }
}

beforeEach(() => vi.stubGlobal('Worker', FakeWorker));
afterEach(() => {
  for (const worker of workers.splice(0)) worker.close();
  vi.unstubAllGlobals();
});

it('opens another worker where one panics, and ends what that one leaves unanswered', async () => {
  const client = new ExplorerClient(Promise.resolve({ base: '' } as Site), async () => new Uint8Array(1));
  const replaced: Loaded[] = [];
  client.onReplaced = (loaded) => void replaced.push(loaded);
  const { version } = await client.open(new Uint8Array(1));
  const question = client.askOf(version, (it) => it.latent.decode(new Float32Array(2), 0));
  const load = client.load((it) => it.weights());
  const ended = Promise.allSettled([question, load]);
  await expect(client.load((it) => it.halved())).rejects.toMatchObject({
    failure: { kind: 'explorerStopped' },
  });
  expect(replaced).toEqual([{ version: version + 1001 }]);
  expect(await ended).toMatchObject([
    { status: 'rejected', reason: expect.any(Stale) },
    { status: 'rejected', reason: { failure: { kind: 'explorerStopped' } } },
  ]);
  expect(workers.map(({ terminate }) => terminate.mock.calls.length)).toEqual([1, 0]);
});
