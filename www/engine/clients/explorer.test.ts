import { expose } from 'comlink';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Stale } from '../explorer/questions';
import type { Loaded, Site } from '../protocol';
import type { Here } from '../protocol/here';
import { ExplorerClient } from './explorer';

const workers: FakeWorker[] = [];
/** What becomes of the next ones: they live, where nothing is said. */
const fates: ('lives' | 'is missing' | 'stalls')[] = [];

/** Opens a model, panics when asked to, and answers nothing else. */
class FakeWorker extends EventTarget {
  readonly terminate = vi.fn();
  private readonly channel = new MessageChannel();
  readonly postMessage = vi.fn(this.channel.port1.postMessage.bind(this.channel.port1));

  constructor() {
    super();
    workers.push(this);
    this.channel.port1.onmessage = ({ data }) =>
      this.dispatchEvent(Object.assign(new Event('message'), { data }));
    const never = () => new Promise(() => undefined);
    let version = 0;
    const open = async (_site: Site, first: number) => {
      version = first;
    };
    const openModel = async () => ({ version: ++version });
    const panic = async () => {
      throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' });
    };
    const fate = fates.shift() ?? 'lives';
    if (fate === 'is missing') setTimeout(() => this.fail());
    if (fate !== 'lives') return;
    expose({ open, openModel, answer: never, weights: never, halved: panic }, this.channel.port2);
    this.channel.port2.postMessage({ here: '' } satisfies Here);
  }

  fail(message = '') {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  close() {
    this.channel.port1.close();
  }
}

function openClient() {
  const problems: unknown[] = [];
  const client = new ExplorerClient(
    async () => ({ base: '' }) as Site,
    (error) => problems.push(error),
  );
  const open = (): Promise<Loaded> => client.load((it) => it.openModel(new Uint8Array(1)));
  const replaced: Loaded[] = [];
  client.onReplaced = async () => void replaced.push(await open());
  return { client, open, replaced, problems };
}

const ends = () => workers.map(({ terminate }) => terminate.mock.calls.length);

/** What is called when a worker's lock is free: when it has ended. */
const freed: (() => void)[] = [];
const locks = {
  request: async (_name: string, _options: LockOptions, free: () => void) => void freed.push(free),
};

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('navigator', { locks });
});
afterEach(() => {
  for (const worker of workers.splice(0)) worker.close();
  freed.length = 0;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('opens another worker where one panics, and ends what that one leaves unanswered', async () => {
  const { client, open, replaced } = openClient();
  const { version } = await open();
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
  expect(ends()).toEqual([1, 0]);
});

it('asks a worker that has answered within the call: what else a hand’s move changes comes after', async () => {
  const { client, open } = openClient();
  const { version } = await open();
  const asked = workers[0]?.postMessage.mock.calls.length ?? 0;
  void client.askOf(version, (it) => it.latent.decode(new Float32Array(2), 0)).catch(() => undefined);
  expect(workers[0]?.postMessage).toHaveBeenCalledTimes(asked + 1);
});

it('opens another one, and says so, where one fails of which no call hears', async () => {
  const { open, replaced, problems } = openClient();
  const { version } = await open();
  workers[0]?.fail('out of memory');
  await vi.waitFor(() => expect(replaced).toEqual([{ version: version + 1001 }]));
  expect(problems).toMatchObject([
    { failure: { kind: 'explorerStopped', why: { kind: 'other', message: 'out of memory' } } },
  ]);
});

it('opens another one where one ends by itself', async () => {
  const { open, replaced, problems } = openClient();
  await open();
  await vi.waitFor(() => expect(freed).toHaveLength(1));
  freed[0]?.();
  await vi.waitFor(() => expect(replaced).toHaveLength(1));
  expect(problems).toMatchObject([{ failure: { kind: 'explorerStopped', why: { kind: 'workerEnded' } } }]);
});

it('fails with a worker that is missing, and opens another with the next call', async () => {
  fates.push('is missing');
  const { open } = openClient();
  const missing = { failure: { kind: 'noExplorer', why: { kind: 'noWorker' } } };
  await expect(open()).rejects.toMatchObject(missing);
  expect(ends()).toEqual([1]);
  expect(await open()).toEqual({ version: 1 });
});

it('waits ten seconds for a worker that stalls', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  fates.push('stalls');
  const opening = expect(openClient().open()).rejects.toMatchObject({ failure: { kind: 'noExplorer' } });
  await vi.advanceTimersByTimeAsync(10_000);
  await opening;
});
