import { expect, it, vi } from 'vitest';
import type { Page } from '../page';
import { usesState } from './state';
import { whenOpen } from './when-open';

function page() {
  const state = { uses: usesState() };
  const report = vi.fn();
  const open = (...panels: string[]) => {
    state.uses.open.value = new Set(panels);
  };
  return { page: { state, report } as unknown as Page, open, report };
}

it('follows once, however many panels are unfolded in one task', async () => {
  const { page: of, open } = page();
  const follow = vi.fn();
  whenOpen(of, 'repair', async () => ({ follow }));
  open('denoise panel');
  expect(follow).not.toHaveBeenCalled();
  open('repair panel');
  open('repair panel', 'denoise panel');
  open('denoise panel', 'repair panel', 'repair article');
  await vi.waitFor(() => expect(follow).toHaveBeenCalled());
  open('repair panel');
  await Promise.resolve();
  expect(follow.mock.calls).toEqual([[of]]);
});

it('asks for what did not come once more when that is asked for', async () => {
  const { page: of, open, report } = page();
  const follow = vi.fn();
  const load = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue({ follow });
  whenOpen(of, 'repair', load);
  open('repair panel');
  await vi.waitFor(() => expect(report).toHaveBeenCalled());
  expect(follow).not.toHaveBeenCalled();
  report.mock.calls[0]?.[1]();
  await vi.waitFor(() => expect(follow).toHaveBeenCalledTimes(1));
});
