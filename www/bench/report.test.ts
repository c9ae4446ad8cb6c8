import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../engine/protocol';
import { asMarkdown, asTsv, type Results, tablesOf } from './report';
import type { Timing } from './turns';

const timing = (turns: number[], gpu = false): Timing => ({
  steps: 100,
  turns,
  milliseconds: turns[1] ?? 0,
  fastestMilliseconds: 1,
  hostMilliseconds: 2.5,
  dispatches: gpu ? 16 : 0,
  firstLoss: 550,
  earlyLoss: 500,
  lastLoss: 200,
});

const results: Results = {
  run: {
    model: { latentSize: 2, hiddenSizes: [400] },
    train: { batchSize: 128, beta: 1, learningRate: 1e-3, seed: 1 },
  } as RunConfig,
  devices: ['CPU, 1 thread', 'WebGPU (a card)'],
  timings: [timing([9, 10, 11]), timing([4.5, 5, 5.5], true)],
  points: [{ size: 'batch', value: 32, milliseconds: [3, 120] }],
};

describe('the report', () => {
  it('says how the devices compare', () => {
    const [speeds, growth] = tablesOf(results);
    expect(speeds?.caption).toBe('Training 784–400–2–400–784, batch 128, Adam');
    expect(speeds?.body).toEqual([
      ['CPU, 1 thread', '10.0', '12,800', '1.00', '–', '–', '200.0'],
      ['WebGPU (a card)', '5.00', '25,600', '2.00', '2.50', '16', '200.0'],
    ]);
    expect(growth?.body).toEqual([['Batch size 32', '3.00', '120']]);
  });

  it('can be copied as Markdown and as TSV', () => {
    const tables = tablesOf({ ...results, points: [] });
    expect(asMarkdown(tables, 'a machine').split('\n').slice(2, 5)).toEqual([
      '| Device | ms a step | images a second | times CPU, 1 thread | host ms | dispatches | nats |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| CPU, 1 thread | 10.0 | 12,800 | 1.00 | – | – | 200.0 |',
    ]);
    expect(asTsv(tables, 'a machine')).toContain('CPU, 1 thread\t10.0\t12,800\t1.00\t–\t–\t200.0\n');
  });
});
