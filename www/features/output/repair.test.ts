import { expect, it } from 'vitest';
import { distance } from './repair';

it('is the root mean square from black to white', () => {
  expect(distance(Uint8Array.of(255, 255), Uint8Array.of(0, 0))).toBe(1);
  expect(distance(Uint8Array.of(255, 0, 0, 0), Uint8Array.of(0, 0, 0, 0))).toBe(0.5);
  expect(distance(Uint8Array.of(7, 9), Uint8Array.of(7, 9))).toBe(0);
});
