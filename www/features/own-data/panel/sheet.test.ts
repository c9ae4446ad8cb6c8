import { expect, it } from 'vitest';
import { pixelsOf } from './sheet';

it('takes colour channel after channel', () => {
  const image = Uint8Array.of(1, 2, 11, 12, 21, 22);
  expect([...pixelsOf(image, { channels: 3 }, 0)]).toEqual([1, 11, 21, 255, 2, 12, 22, 255]);
});

it('takes grey as ink on what lies behind', () => {
  expect([...pixelsOf(Uint8Array.of(0, 200), { channels: 1 }, 0x102030)]).toEqual([
    16, 32, 48, 0, 16, 32, 48, 200,
  ]);
});
