// The benchmark itself: a worker for each device, all of them on each model by turns.

import { type Remote, wrap } from 'comlink';
import { PageWorker } from '../engine/page-worker';
import type { RunConfig, Site } from '../engine/protocol';
import type { BenchApi } from './api';
import type { Device } from './devices';
import { type Size, sizes, standardRun, withSize } from './growth';
import { type Timing, takeTurns } from './turns';

export interface BenchRequest {
  devices: readonly Device[];
  /** For each device on the model of the settings; a quarter of it on each size. */
  seconds: number;
  growth: boolean;
}

export interface Point {
  size: Size;
  value: number;
  /** A step's, for each device. */
  milliseconds: number[];
}

export interface Listener {
  progress(words: string, done: number, all: number): void;
  speeds(devices: string[], timings: Timing[], run: RunConfig): void;
  point(point: Point): void;
}

type Entrant = { trainer: Remote<BenchApi>; defaultRun: RunConfig };

/** Ends when all is measured, with the first failure, or at once when the signal says so. */
export async function runBench(site: Site, request: BenchRequest, listener: Listener, signal: AbortSignal) {
  const workers = request.devices.map(
    ({ words }) =>
      new PageWorker(
        `bench ${words}`,
        (name) =>
          new Worker(new URL('../engine/workers/bench.ts', import.meta.url), { type: 'module', name }),
      ),
  );
  try {
    await Promise.race([
      measure(site, request, workers, listener, signal),
      ...workers.map(({ failed }) => failed),
      aborted(signal),
    ]);
  } finally {
    for (const worker of workers) worker.end();
  }
}

function aborted(signal: AbortSignal) {
  return new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

async function measure(
  site: Site,
  { devices, seconds, growth }: BenchRequest,
  workers: readonly PageWorker[],
  listener: Listener,
  signal: AbortSignal,
) {
  const points = growth
    ? sizes.flatMap(({ size, words, values }) => values.map((value) => ({ size, words, value })))
    : [];
  const all = devices.length + 1 + points.length;
  const entrants: Entrant[] = [];
  for (const [i, { backend, threads, words }] of devices.entries()) {
    listener.progress(`Opening ${words}…`, i, all);
    const { worker, loaded } = workers[i] as PageWorker;
    await loaded;
    const trainer = wrap<BenchApi>(worker);
    entrants.push({ trainer, defaultRun: await trainer.open(site, backend, threads) });
  }
  const [first] = entrants;
  if (!first) throw new Error('Expected a device to train on, got none: choose one.');
  const run = standardRun(first.defaultRun);

  const timed = async (model: RunConfig, time: number) => {
    for (const { trainer } of entrants) await trainer.begin(model);
    return takeTurns(
      entrants.map(({ trainer }) => trainer),
      time,
      signal,
    );
  };
  listener.progress('Training the model of the settings…', devices.length, all);
  const timings = await timed(run, seconds);
  listener.speeds(
    devices.map((it) => it.words),
    timings,
    run,
  );
  for (const [i, { size, words: name, value }] of points.entries()) {
    listener.progress(`${name} ${value}…`, devices.length + 1 + i, all);
    const milliseconds = (await timed(withSize(run, size, value), seconds / 4)).map((it) => it.milliseconds);
    listener.point({ size, value, milliseconds });
  }
}
