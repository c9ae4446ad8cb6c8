import { afterEach, expect, it, vi } from 'vitest';
import { failureOf } from '../engine/failure/failure';
import { copyText } from './copy';

afterEach(() => vi.unstubAllGlobals());

it('says that the browser does not let it, as any fault is said', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
  expect(failureOf(await copyText('figures').catch((error: unknown) => error))).toEqual({ kind: 'noCopy' });
});
