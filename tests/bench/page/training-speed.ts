// Systems train the same model by turns, so that whatever else the machine does slows all of them alike.

import type { Remote } from 'comlink';
import { mean, median } from '../statistics.mjs';
import { openJax, openLatent, type Stretch, type Trainer } from './trainers';

/** While V8 still compiles the better code. */
const WARM_UP_STEPS = 30;
const STEPS_IN_A_TURN = 10;
/** How far apart the losses may end, as a part of them. */
const TOLERANCE = 0.03;

interface System {
  name: string;
  threads: number;
  trainer: Remote<Trainer>;
  firstLoss: number;
  turns: Stretch[];
}

export async function trainingSpeed({ site, seconds }: { site: string; seconds: number }) {
  const latent = openLatent();
  const run = await latent.defaultRun(site);
  const prepare = async (name: string, trainer: Remote<Trainer>): Promise<System> => {
    await trainer.open(run, site);
    const firstLoss = (await trainer.train(1)).loss;
    await trainer.train(WARM_UP_STEPS);
    return { name, threads: await trainer.threads(), trainer, firstLoss, turns: [] };
  };
  const own = await prepare('latent-explorer', latent);
  const systems = [own, await prepare('jax-js', openJax())];

  const end = performance.now() + 1000 * seconds;
  while (performance.now() < end) {
    for (const { trainer, turns } of systems) turns.push(await trainer.train(STEPS_IN_A_TURN));
  }
  assertSameCourse(systems);
  const { batchSize } = run.train;
  return { run, crossOriginIsolated, systems: systems.map((system) => summary(system, own, batchSize)) };
}

function summary(system: System, own: System, batchSize: number) {
  const { name, threads, firstLoss, turns } = system;
  const perStep = stepTimes(turns);
  const millisecondsPerStep = median(perStep);
  const ownPerStep = stepTimes(own.turns);
  return {
    name,
    threads,
    steps: 1 + WARM_UP_STEPS + STEPS_IN_A_TURN * turns.length,
    millisecondsPerStep,
    fastestMillisecondsPerStep: Math.min(...perStep),
    imagesPerSecond: (1000 * batchSize) / millisecondsPerStep,
    /** How many times this project's step fits into one of this system: the median over the pairs of turns. */
    stepsOfOurs: median(perStep.map((milliseconds, i) => milliseconds / (ownPerStep[i] ?? Number.NaN))),
    firstLoss,
    lastLoss: lastLoss(system),
  };
}

const stepTimes = (turns: Stretch[]) => turns.map(({ milliseconds }) => milliseconds / STEPS_IN_A_TURN);

/** Over the last quarter of the turns. */
function lastLoss({ turns }: System): number {
  return mean(turns.slice(Math.floor(0.75 * turns.length)).map(({ loss }) => loss));
}

/** A system that trained something else, or did not train, is not worth timing. */
function assertSameCourse(systems: System[]) {
  const apart = (losses: number[]) => Math.max(...losses) / Math.min(...losses) - 1;
  const fell = systems.every((system) => lastLoss(system) < 0.5 * system.firstLoss);
  const alike = [systems.map(({ firstLoss }) => firstLoss), systems.map(lastLoss)];
  if (fell && alike.every((losses) => apart(losses) < TOLERANCE)) return;
  const courses = systems.map((it) => `${it.name} from ${it.firstLoss} to ${lastLoss(it)} nats`);
  throw new Error(
    `Expected losses that fall alike, to less than half, but they went: ${courses.join('; ')}.`,
  );
}
