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
});

it('fails as the fetching does', async () => {
  const handlers = fetchedHandlers<Own>({ open: true, close: true }, () =>
    Promise.reject(new Error('offline')),
  );
  await expect(handlers.close({ do: 'close' })).rejects.toThrow('offline');
});
