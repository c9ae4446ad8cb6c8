import { expect, it, vi } from 'vitest';
import { fetchedHandlers } from './fetched';

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
