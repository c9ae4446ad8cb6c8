import { afterEach, expect, it, vi } from 'vitest';
import { isIsolated } from './isolated';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('needs an isolated page, and a browser that shares memory in one', () => {
  vi.stubGlobal('crossOriginIsolated', true);
  expect(isIsolated()).toBe(true);
  vi.stubGlobal('SharedArrayBuffer', undefined);
  expect(isIsolated()).toBe(false);
  vi.unstubAllGlobals();
  vi.stubGlobal('crossOriginIsolated', false);
  expect(isIsolated()).toBe(false);
});
