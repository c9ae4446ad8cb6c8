import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepBuilds } from '../../app/service-worker';
import { keepSite } from './keep-site';

vi.mock('../../app/service-worker', () => ({
  register: async () => ({}),
  onNewerVersion: () => {},
  keepBuilds: vi.fn(async () => {}),
}));

const visit = () => keepSite({ base: 'https://example.org/' } as never, () => false);

beforeEach(() => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('crossOriginIsolated', true);
  vi.stubGlobal('isSecureContext', true);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(keepBuilds).mockClear();
  vi.restoreAllMocks();
});

it.each([
  [true, 'fused'],
  [false, 'threads'],
])('keeps one build with threads: where a browser has fused products is %s, %s', async (has, threads) => {
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(has);
  await visit();
  expect(keepBuilds).toHaveBeenCalledExactlyOnceWith(['import', 'uses', threads]);
});

it('keeps none with threads where the page shares no memory', async () => {
  vi.stubGlobal('crossOriginIsolated', false);
  vi.stubGlobal('isSecureContext', false);
  await visit();
  expect(keepBuilds).toHaveBeenCalledExactlyOnceWith(['import', 'uses']);
});

it('fetches nothing ahead for who saves data', async () => {
  vi.stubGlobal('navigator', { connection: { saveData: true } });
  await visit();
  expect(keepBuilds).not.toHaveBeenCalled();
});
