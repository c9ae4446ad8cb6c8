import { afterEach, expect, it, vi } from 'vitest';
import { codecOf, formatsWithout } from './codecs';

afterEach(() => vi.unstubAllGlobals());

/** A browser that encodes what these begin, once its player is awake. */
function encodes(...codecs: string[]) {
  let awake = false;
  const canPlayType = () => {
    awake = true;
  };
  vi.stubGlobal('document', { createElement: () => ({ canPlayType }) });
  vi.stubGlobal('VideoEncoder', {
    async isConfigSupported({ codec }: { codec: string }) {
      expect(awake).toBe(true);
      if (codec.startsWith('avc1') && !codecs.includes('avc1')) throw new TypeError('what is that?');
      return { supported: codecs.some((name) => codec.startsWith(name)) };
    },
  });
}

it('takes the better codec that the browser has, and says which formats it cannot write', async () => {
  expect(await formatsWithout()).toEqual(['mp4', 'webm']);
  encodes('vp8');
  expect(await formatsWithout()).toEqual(['mp4']);
  expect(await codecOf('webm')).toBe('vp8');
  encodes('vp8', 'vp09', 'avc1');
  expect([await codecOf('webm'), await codecOf('mp4')]).toEqual(['vp9', 'avc']);
  expect(await formatsWithout()).toEqual([]);
});
