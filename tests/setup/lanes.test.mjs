import { expect, it } from 'vitest';
import { runInLanes } from '../../www/setup/lanes.mjs';

/** Jobs that end when they are told to; what has begun and ended, in order. */
function jobs() {
  const log = [];
  const ends = new Map();
  const job = (name, options = {}) => ({
    ...options,
    run: () =>
      new Promise((resolve) => {
        log.push(name);
        ends.set(name, resolve);
      }),
  });
  const end = async (name, goesOn = true) => {
    ends.get(name)(goesOn);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { log, job, end };
}

it('runs as many at a time as there are lanes, in their order', async () => {
  const { log, job, end } = jobs();
  const all = runInLanes([job('a'), job('b'), job('c')], 2);
  expect(log).toEqual(['a', 'b']);
  await end('b');
  expect(log).toEqual(['a', 'b', 'c']);
  await end('a');
  await end('c');
  await all;
});

it('passes over what waits for a lock, and asks anew which locks it needs', async () => {
  const { log, job, end } = jobs();
  let needed = ['release'];
  const all = runInLanes(
    [job('a', { locks: () => ['release'] }), job('b', { locks: () => needed }), job('c'), job('d')],
    2,
  );
  expect(log).toEqual(['a', 'c']);
  needed = [];
  await end('c');
  expect(log).toEqual(['a', 'c', 'b']);
  for (const name of ['a', 'b', 'd']) await end(name);
  await all;
  expect(log).toEqual(['a', 'c', 'b', 'd']);
});

it('runs what is to be alone when all others have ended, and nothing beside it', async () => {
  const { log, job, end } = jobs();
  const all = runInLanes([job('a'), job('measured', { alone: true }), job('b'), job('c')], 2);
  expect(log).toEqual(['a', 'b']);
  await end('a');
  expect(log).toEqual(['a', 'b', 'c']);
  await end('b');
  await end('c');
  expect(log.at(-1)).toBe('measured');
  await end('measured');
  await all;
});

it('starts none after one that says no, but waits for what runs', async () => {
  const { log, job, end } = jobs();
  let over = false;
  const all = runInLanes([job('a'), job('b'), job('c')], 2).then(() => {
    over = true;
  });
  await end('a', false);
  expect(log).toEqual(['a', 'b']);
  expect(over).toBe(false);
  await end('b');
  await all;
});
