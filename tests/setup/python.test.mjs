import { afterEach, expect, it, vi } from 'vitest';

const found = new Set();
const run = vi.fn();
const aptInstall = vi.fn(async () => false);
vi.mock('../../www/setup/apt.mjs', () => ({ aptInstall: () => aptInstall() }));
vi.mock('../../www/setup/run.mjs', async (load) => ({
  ...(await load()),
  which: (program) => (found.has(program) ? `/usr/bin/${program}` : undefined),
  // Of which no environment has been made.
  outputOf: async () => 'Python 0.0 of the tests',
  run: (...given) => run(...given),
}));
const { pythonEnvironment } = await import('../../www/setup/python.mjs');
const { NotHere } = await import('../../www/setup/run.mjs');

afterEach(() => {
  found.clear();
  run.mockReset();
  aptInstall.mockClear();
});

const refused = async () => {
  const error = await pythonEnvironment().catch((error) => error);
  expect(error).toBeInstanceOf(NotHere);
  return error.message;
};

it('says that there is no Python', async () => {
  expect(await refused()).toContain('python3 is not installed');
});

it('says that Python makes no environment, once apt has been asked for what does', async () => {
  found.add('python3');
  run.mockRejectedValue(new Error('ensurepip is not available'));
  expect(await refused()).toContain('python3-venv would bring it. ensurepip is not available');
  expect(aptInstall).toHaveBeenCalledOnce();
});

it('says that the packages cannot be had, and which', async () => {
  found.add('python3');
  run.mockImplementation(async (_program, args) => {
    if (args.includes('pip')) throw new Error('no route to PyPI');
  });
  expect(await refused()).toContain('the packages of tests/python/requirements.txt here. no route to PyPI');
});
