// All systems train the same model by turns, those of this page and those elsewhere.

import type { Stretch, Trainer } from '../../../www/bench/api';
import { sizes, standardRun, withSize } from '../../../www/bench/growth';
import { stepsInOne, type Timing, takeTurns } from '../../../www/bench/turns';
import type { RunConfig } from '../../../www/engine/protocol';
import { CONVOLUTIONAL, otherKinds } from './kinds';
import { latentWorker, openSystem, type Setting, siteAt } from './systems';

/** How far the losses may be apart, as a part of them, and over how many of them. */
const TOLERANCES = { firstLoss: 0.03, earlyLoss: 0.05 } as const;

export interface Named {
  name: string;
  /** Systems of one kind of device are compared with each other. */
  device: string;
  /** What trains in this page; not given, it is elsewhere. */
  setting?: Setting;
}

export interface Entrants {
  base: string;
  seconds: number;
  systems: Named[];
}

/** Given by whoever opened this page. */
declare function elsewhere(name: string, method: 'begin', run: RunConfig): Promise<void>;
declare function elsewhere(name: string, method: 'train', steps: number): Promise<Stretch>;

interface Opened extends Named {
  trainer: Trainer;
}

async function open({ base, systems }: Entrants): Promise<{ run: RunConfig; opened: Opened[] }> {
  const site = await siteAt(base);
  const crate = latentWorker();
  const defaultRun = await crate.open(site, 'cpu', 1);
  const opened: Opened[] = [];
  for (const system of systems) {
    const { name, setting } = system;
    opened.push({ ...system, trainer: setting ? await openSystem(site, setting) : away(name) });
  }
  return { run: standardRun(defaultRun), opened };
}

const away = (name: string): Trainer => ({
  begin: (run) => elsewhere(name, 'begin', run),
  train: (steps) => elsewhere(name, 'train', steps),
});

async function timed(opened: Opened[], run: RunConfig, seconds: number): Promise<Timing[]> {
  for (const { trainer } of opened) await trainer.begin(run);
  return takeTurns(
    opened.map(({ trainer }) => trainer),
    seconds,
  );
}

/** The first system of each device is what the others on it are compared with. */
export const trainingSpeed = (entrants: Entrants) => compared(entrants, (run) => run);

/** The same on a convolutional model. */
export const convolutionalSpeed = (entrants: Entrants) => compared(entrants, otherKinds[CONVOLUTIONAL]);

async function compared(entrants: Entrants, change: (run: RunConfig) => RunConfig) {
  const { run: standard, opened } = await open(entrants);
  const run = change(standard);
  const timings = await timed(opened, run, entrants.seconds);
  assertAlike(opened, timings);
  const firstOn = (device: string) => timings[opened.findIndex((system) => system.device === device)];
  const systems = opened.map(({ name, device }, i) => {
    const timing = timings[i] as Timing;
    const imagesPerSecond = (1000 * run.train.batchSize) / timing.milliseconds;
    return {
      name,
      device,
      ...timing,
      imagesPerSecond,
      stepsOfOurs: stepsInOne(timing, firstOn(device) ?? timing),
      timesOneThread: 1 / stepsInOne(timing, timings[0] ?? timing),
    };
  });
  return { run, systems };
}

/** How a step's cost grows with the sizes of model and batch. */
export async function growth(entrants: Entrants) {
  const { run, opened } = await open(entrants);
  const points = [];
  for (const { size, words, values } of sizes) {
    for (const value of values) {
      const timings = await timed(opened, withSize(run, size, value), entrants.seconds);
      points.push({ size: words, value, milliseconds: timings.map(({ milliseconds }) => milliseconds) });
    }
  }
  return { run, systems: opened.map(({ name }) => name), points };
}

/** A system that trained something else, or did not train, is not worth timing. */
function assertAlike(opened: Opened[], timings: Timing[]) {
  const [own] = timings;
  if (!own) throw new Error('Expected at least one system.');
  const wrong = timings.flatMap((timing, i) => {
    const fell = timing.lastLoss < timing.earlyLoss && timing.earlyLoss < timing.firstLoss;
    const alike = Object.entries(TOLERANCES).every(([key, tolerance]) => {
      const loss = key as keyof typeof TOLERANCES;
      return Math.abs(timing[loss] / own[loss] - 1) < tolerance;
    });
    if (fell && alike) return [];
    const { firstLoss, earlyLoss, lastLoss } = timing;
    return [`${opened[i]?.name} from ${firstLoss} over ${earlyLoss} to ${lastLoss} nats`];
  });
  if (wrong.length === 0) return;
  throw new Error(
    `Expected losses that fall as ours do, from ${own.firstLoss} over ${own.earlyLoss}, but they went: ${wrong.join('; ')}.`,
  );
}

/** How many steps of a plain model each system makes in one of every other kind, both timed one after the other. */
export async function kinds(entrants: Entrants) {
  const { run, opened } = await open(entrants);
  const points = [];
  for (const [kind, change] of Object.entries(otherKinds)) {
    const plain = await timed(opened, run, entrants.seconds);
    const timings = await timed(opened, change(run), entrants.seconds);
    points.push({
      kind,
      milliseconds: timings.map(({ milliseconds }) => milliseconds),
      plain: plain.map(({ milliseconds }) => milliseconds),
    });
  }
  return { run, systems: opened.map(({ name }) => name), points };
}
