import { afterEach, expect, it, vi } from 'vitest';

const found = new Set();
const installed = vi.fn(async (packages) => {
  for (const name of packages) found.add(name);
});
vi.mock('../../www/setup/apt.mjs', () => ({
  aptInstall: (_title, _usually, packages) => installed(packages),
}));
vi.mock('../../www/setup/run.mjs', async (load) => ({
  ...(await load()),
  which: (program) => (found.has(program) ? `/usr/bin/${program}` : undefined),
}));
const { engineEnvironment } = await import('../../www/setup/engines.mjs');
const { NotHere } = await import('../../www/setup/run.mjs');

afterEach(() => {
  found.clear();
  installed.mockClear();
});

it('takes the Firefox that is there', async () => {
  found.add('firefox');
  expect(await engineEnvironment('firefox')).toEqual({ FIREFOX_PATH: '/usr/bin/firefox' });
  expect(installed).not.toHaveBeenCalled();
});

it('installs it where apt can', async () => {
  expect(await engineEnvironment('firefox')).toEqual({ FIREFOX_PATH: '/usr/bin/firefox-esr' });
  expect(installed).toHaveBeenCalledExactlyOnceWith(['firefox-esr']);
});

it('says of an engine that cannot be had which packages would bring it', async () => {
  installed.mockImplementation(async () => undefined);
  const webkit = engineEnvironment('webkit');
  await expect(webkit).rejects.toThrow(NotHere);
  await expect(webkit).rejects.toThrow('webkit2gtk-driver and xvfb would bring it');
});
