import { describe, expect, it } from 'vitest';
import { stepsInOne, takeTurns } from './turns';

/** Says that each step took so long, without taking any time; its loss falls with each. */
function fake(name: string, perStep: number, log: string[] = []) {
  let steps = 0;
  const train = async (count: number) => {
    log.push(name);
    steps += count;
    return { milliseconds: count * perStep, loss: 500 / steps, dispatches: 16 * count };
  };
  return { train };
}

describe('taking turns', () => {
  it('times a step, and compares trainers', async () => {
    const [own, other] = await takeTurns([fake('own', 10), fake('other', 20)], 2);
    if (!own || !other) throw new Error('Expected two timings.');
    expect(own).toMatchObject({ milliseconds: 10, fastestMilliseconds: 10, dispatches: 16, firstLoss: 500 });
    expect(own.hostMilliseconds).toBeUndefined();
    expect(own.lastLoss).toBeLessThan(own.earlyLoss);
    expect(stepsInOne(other, own)).toBe(2);
  });

  it('warms all up, then alternates', async () => {
    const log: string[] = [];
    await takeTurns([fake('a', 10, log), fake('b', 10, log)], 0.5);
    const warm = log.lastIndexOf('b', log.indexOf('a', log.indexOf('b')));
    expect(log.slice(warm + 1).join('')).toMatch(/^(ab)+$/);
  });

  it('gives a slow one its two turns and no more', async () => {
    const [slow, fast] = await takeTurns([fake('slow', 2200), fake('fast', 10)], 1);
    expect(slow?.turns).toHaveLength(2);
    expect(fast?.turns.length).toBeGreaterThanOrEqual(4);
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(takeTurns([fake('a', 10)], 1, stop.signal)).rejects.toThrow('abort');
  });
});
