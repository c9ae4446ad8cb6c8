import { afterEach, expect, it, vi } from 'vitest';
import { pngOf } from './files';

afterEach(() => vi.unstubAllGlobals());

it('saves no picture of noise where the browser falsifies what is read', async () => {
  const data = new Uint8ClampedArray(4 * 16 * 16).fill(255);
  const context = { fillRect: () => undefined, getImageData: () => ({ data }) };
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
  const toBlob = vi.fn();
  await expect(pngOf({ toBlob } as unknown as HTMLCanvasElement)).rejects.toMatchObject({
    failure: { kind: 'falsified' },
  });
  expect(toBlob).not.toHaveBeenCalled();
});
