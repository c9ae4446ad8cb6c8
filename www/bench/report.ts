// The figures as tables of words: for the page, and to be copied.

import type { RunConfig } from '../engine/protocol';
import { count, decimal } from '../ui/words';
import { sizes } from './growth';
import type { Point } from './run';
import { stepsInOne, type Timing } from './turns';

export interface Table {
  caption: string;
  head: string[];
  body: string[][];
}

export interface Results {
  run: RunConfig;
  /** In words, in the order of the figures of each point. */
  devices: string[];
  timings: Timing[];
  points: Point[];
}

/** A slow step needs no hundredths. */
export const milliseconds = (value: number) => decimal(value, value < 10 ? 2 : value < 100 ? 1 : 0);

export function tablesOf(results: Results): Table[] {
  const tables = [speeds(results)];
  if (results.points.length > 0) tables.push(growth(results));
  return tables;
}

function speeds({ run, devices, timings }: Results): Table {
  const { batchSize } = run.train;
  const layers = [
    784,
    ...run.model.hiddenSizes,
    run.model.latentSize,
    ...run.model.hiddenSizes.toReversed(),
    784,
  ];
  const [first] = timings;
  return {
    caption: `Training ${layers.join('–')}, batch ${batchSize}, Adam`,
    head: ['Device', 'ms a step', 'images a second', `times ${devices[0]}`, 'host ms', 'dispatches', 'nats'],
    body: timings.map((timing, i) => {
      const gpu = timing.dispatches !== undefined && timing.dispatches > 0;
      return [
        devices[i] ?? '',
        milliseconds(timing.milliseconds),
        count((1000 * batchSize) / timing.milliseconds),
        decimal(first ? 1 / stepsInOne(timing, first) : 1, 2),
        gpu && timing.hostMilliseconds !== undefined ? milliseconds(timing.hostMilliseconds) : '–',
        gpu && timing.dispatches !== undefined ? count(timing.dispatches) : '–',
        decimal(timing.lastLoss, 1),
      ];
    }),
  };
}

function growth({ devices, points }: Results): Table {
  const nameOf = (point: Point) => sizes.find(({ size }) => size === point.size)?.words ?? '';
  return {
    caption: 'How the cost of a step grows, in ms; the other sizes stay',
    head: ['Size', ...devices],
    body: points.map((point) => [`${nameOf(point)} ${point.value}`, ...point.milliseconds.map(milliseconds)]),
  };
}

export function asMarkdown(tables: readonly Table[], machine: string): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const parts = tables.map(({ caption, head, body }) => {
    const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
    return [`**${caption}**`, '', line(head), line(rule), ...body.map(line)].join('\n');
  });
  return [...parts, machine].join('\n\n');
}

/** What spreadsheets take. */
export function asTsv(tables: readonly Table[], machine: string): string {
  const parts = tables.map(({ caption, head, body }) =>
    [[caption], head, ...body].map((cells) => cells.join('\t')).join('\n'),
  );
  return [...parts, machine].join('\n\n');
}
