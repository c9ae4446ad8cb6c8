import { afterEach, expect, it, vi } from 'vitest';
import { PATIENCE_MS } from '../engine/patience';
import { fetchedHandlers } from './fetched';

afterEach(() => void vi.useRealTimers());

type Own = { do: 'open'; id: string } | { do: 'close' };

it('fetches what carries commands out with the first of them, and hands each on with what it says', async () => {
  const own = { open: vi.fn(), close: vi.fn() };
  const fetched = vi.fn(async () => own);
  const handlers = fetchedHandlers<Own>({ open: true, close: true }, fetched);
  expect(fetched).not.toHaveBeenCalled();
  await handlers.open({ do: 'open', id: 'a' });
  expect(own.open).toHaveBeenCalledWith({ do: 'open', id: 'a' });
  expect(own.close).not.toHaveBeenCalled();
  await handlers.close({ do: 'close' });
  expect(fetched).toHaveBeenCalledTimes(1);
});

it('fails as the fetching does, and fetches again with the next command', async () => {
  const own = { open: vi.fn(), close: vi.fn() };
  const fetched = vi.fn(async () => own).mockRejectedValueOnce(new Error('offline'));
  const handlers = fetchedHandlers<Own>({ open: true, close: true }, fetched);
  await expect(handlers.close({ do: 'close' })).rejects.toThrow('offline');
  await handlers.close({ do: 'close' });
  expect(own.close).toHaveBeenCalledTimes(1);
});

it('gives up what does not come, and fetches it again with the next command', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const own = { open: vi.fn(), close: vi.fn() };
  const fetched = vi.fn(async () => own).mockReturnValueOnce(new Promise<never>(() => undefined));
  const handlers = fetchedHandlers<Own>({ open: true, close: true }, fetched);
  const given = expect(handlers.close({ do: 'close' })).rejects.toMatchObject({
    failure: { kind: 'noPart' },
  });
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  await given;
  await handlers.close({ do: 'close' });
  expect([fetched.mock.calls.length, own.close.mock.calls.length]).toEqual([2, 1]);
});
