// How fast a build trains, told by training for a moment.

import { backendOf, type Latent } from '../build';
import { fetchSamples } from '../files';
import type { Images, RunConfig } from '../protocol';
import type { Engine } from './engine';

/** Until the browser has optimised what runs, and the GPU has raised its clock. */
const WARM_UP_MS = 150;
const TIMED_MS = 300;
/** Figures are read back as often as in training. */
const CHUNK_MS = 40;

/** Milliseconds a step. The session is a few dozen steps further on then. */
export async function timeSteps(
  session: Pick<Latent.TrainingSession, 'train'>,
  now = () => performance.now(),
): Promise<number> {
  // The first step makes the pipelines.
  await session.train(1);
  let perStep = 0;
  let chunk = 1;
  for (const duration of [WARM_UP_MS, TIMED_MS]) {
    const started = now();
    let steps = 0;
    do {
      await session.train(chunk);
      steps += chunk;
      perStep = (now() - started) / steps;
      chunk = Math.max(1, Math.min(2 * chunk, Math.round(CHUNK_MS / perStep)));
    } while (now() - started < duration);
  }
  return perStep;
}

/** Does `work` on a session that is thrown away, on the test samples if they fill a batch: the page has fetched them. */
export async function tryOut<Result>(
  { latent, build }: Pick<Engine, 'latent' | 'build'>,
  site: Images,
  config: RunConfig,
  work: (session: Latent.TrainingSession) => Promise<Result>,
): Promise<Result> {
  const images = await aBatchOf(config.train.batchSize, latent, site);
  const session = await latent.TrainingSession.create(backendOf(build), config, images, undefined);
  try {
    return await work(session);
  } finally {
    session.free();
    images.free();
  }
}

async function aBatchOf(size: number, latent: Engine['latent'], site: Images) {
  const test = await fetchSamples(latent, site, 't10k');
  if (size <= test.length) return test;
  test.free();
  return fetchSamples(latent, site, 'train');
}

/** Seconds: the page is told beforehand of steps that take longer. */
export const LONG_STEP = 1;
/** A small step's batch; one several times as large is guessed from it. */
const SMALL = 128;
const TIMES = 4;

/** The run with a small batch, where that says something of its steps. */
export function smallRun(config: RunConfig): RunConfig | undefined {
  if (config.train.batchSize < TIMES * SMALL) return undefined;
  return { ...config, train: { ...config.train, batchSize: SMALL } };
}

/** Seconds that a step of a run takes, guessed from one of its small run. */
export async function guessStep(
  session: Pick<Latent.TrainingSession, 'train'>,
  { train }: RunConfig,
  now = () => performance.now(),
): Promise<number> {
  // The first one is slow while the browser has not optimised what runs.
  await session.train(1);
  const started = now();
  await session.train(1);
  return ((now() - started) / 1000) * (train.batchSize / SMALL);
}
