import { expect, it } from 'vitest';
import { isDue, room, thinned } from './moments';

/** The steps that are kept of a run that offers a snapshot every `every` steps. */
function keptOf(steps: number, every: number, most: number) {
  let kept: readonly { step: number }[] = [];
  let taken = 0;
  for (let step = 0; step <= steps; step += every) {
    const at = kept.map((moment) => moment.step);
    if (!isDue(at, step, most)) continue;
    taken++;
    kept = thinned([...kept, { step }], most);
  }
  return { steps: kept.map(({ step }) => step), taken };
}

it('keeps all of a short run', () => {
  expect(keptOf(20, 1, 60).steps).toEqual(Array.from({ length: 21 }, (_, step) => step));
});

it('stays bounded however long a run is, dense at its start, with no wide gap', () => {
  const { steps } = keptOf(100_000, 5, 60);
  expect(steps.length).toBeLessThanOrEqual(60);
  expect(steps.length).toBeGreaterThan(40);
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBeGreaterThan(90_000);
  expect(steps.filter((step) => step <= 1000).length).toBeGreaterThan(8);
  const gaps = steps.slice(1).map((step, index) => Math.cbrt(step) - Math.cbrt(steps[index] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan((4 * Math.cbrt(100_000)) / 60);
});

it('takes few that it does not keep', () => {
  expect(keptOf(100_000, 125, 60).taken).toBeLessThan(300);
});

it('takes no step twice', () => {
  expect(isDue([0, 5], 5, 60)).toBe(false);
});

it('keeps fewer of large models, and none of huge ones', () => {
  expect(room(2 * 100_000)).toBe(60);
  expect(room(2 * 631_000)).toBe(39);
  expect(room(2 * 64_000_000)).toBe(0);
  expect(isDue([], 0, 0)).toBe(false);
});
