import { afterEach, expect, it, vi } from 'vitest';
import { newerVersion } from '.';
import { followVersions } from './follow';

vi.mock('./follow', () => ({ followVersions: vi.fn(async () => {}) }));

afterEach(() => vi.unstubAllEnvs());

it('has a service worker on the built site, and none while it is developed', () => {
  newerVersion.follow({} as never);
  expect(followVersions).not.toHaveBeenCalled();
  vi.stubEnv('DEV', false);
  newerVersion.follow({} as never);
  expect(followVersions).toHaveBeenCalledOnce();
});
