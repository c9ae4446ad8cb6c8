import { expect, it } from 'vitest';
import { isSame } from './same';

it('compares what values say, not which they are', () => {
  const picture = () => ({ picture: { pixels: Uint8Array.of(1, 2), classIndex: 3 }, kinds: ['a', 'b'] });
  expect(isSame(picture(), picture())).toBe(true);
  expect(isSame({}, {})).toBe(true);
  expect(isSame(undefined, undefined)).toBe(true);
  expect(isSame(picture(), { ...picture(), kinds: ['a'] })).toBe(false);
  expect(isSame({ pixels: Uint8Array.of(1) }, { pixels: Uint8Array.of(2) })).toBe(false);
  expect(isSame({ pixels: Uint8Array.of(1) }, { pixels: [1] })).toBe(false);
  expect(isSame({ picture: undefined }, { other: undefined })).toBe(false);
  expect(isSame({}, null)).toBe(false);
});
