import { expect, it, vi } from 'vitest';
import { tabsNews } from './tabs-news';

it('tells other tabs of a change to the same thing, and not the one that made it', async () => {
  const [here, there, elsewhere] = [vi.fn(), vi.fn(), vi.fn()];
  const tell = tabsNews('runs', here);
  tabsNews('runs', there);
  tabsNews('data', elsewhere);
  tell();
  await vi.waitFor(() => expect(there).toHaveBeenCalledOnce());
  expect([here, elsewhere].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

it('does without where a browser has no such channel', () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  expect(tabsNews('runs', () => {})()).toBeUndefined();
  vi.unstubAllGlobals();
});
