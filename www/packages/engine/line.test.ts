import { afterEach, expect, it, vi } from 'vitest';
import { PATIENCE_MS } from '../../engine/patience';
import { Line } from './line';

vi.mock('../../engine/compile', () => ({ compile: async () => ({}) }));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('gives up a worker whose script does not come, and ends it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const terminate = vi.fn();
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      readonly postMessage = () => undefined;
      readonly terminate = terminate;
    },
  );
  const given = expect(Line.open()).rejects.toMatchObject({ failure: { kind: 'noWorker' } });
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  await given;
  expect(terminate).toHaveBeenCalledOnce();
});
