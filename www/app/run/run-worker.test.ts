import { expect, it, vi } from 'vitest';
import type { Order, Site } from '../../engine/protocol';

const never = () => new Promise<never>(() => undefined);
const remote = { create: vi.fn(never), pause: vi.fn(never), checkpoint: vi.fn(never), warmUp: vi.fn(never) };
let opened: Promise<void> = Promise.resolve();

vi.mock('../../engine/clients/trainer', () => ({
  TrainerClient: class {
    readonly remote = remote;
    readonly opened = opened;
    end() {}
  },
}));

const { RunWorker } = await import('./run-worker');

function worker() {
  const model = { follows: async () => undefined };
  return new RunWorker(
    async () => ({}) as Site,
    model,
    async () => undefined,
    () => undefined,
  );
}

const order = {} as Omit<Order, 'times'>;

it('leaves nobody waiting for a worker that has been ended', async () => {
  const it = worker();
  const created = it.create(order);
  await vi.waitFor(() => expect(remote.create).toHaveBeenCalled());
  const asked = [created, it.ask((of) => of.pause()), it.checkpoint()];
  it.end();
  expect(await Promise.all(asked)).toEqual([undefined, undefined, undefined]);
});

it('makes no run in a worker that was ended while it opened, nor in the next one', async () => {
  remote.create.mockClear();
  opened = never();
  const it = worker();
  const created = it.create(order);
  it.end();
  opened = Promise.resolve();
  const next = it.open();
  expect(await created).toBe(undefined);
  expect(await next).toBe(true);
  expect(remote.create).not.toHaveBeenCalled();
});

it('tells what went wrong in a worker that is there', async () => {
  const it = worker();
  await it.open();
  await expect(it.ask(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
});
