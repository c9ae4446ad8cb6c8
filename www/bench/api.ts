// What the benchmark asks of whatever trains: in a worker of this page, or in a benchmark of the project elsewhere.

import type { Backend, RunConfig, Site } from '../engine/protocol';

/** Some steps in a row. */
export interface Stretch {
  milliseconds: number;
  /** The mean of -ELBO over the steps, in nats an image. */
  loss: number;
  /** Until all the work was handed to the device; on the CPU that is all of it. */
  hostMilliseconds?: number;
  /** Of compute shaders. */
  dispatches?: number;
}

export interface Trainer {
  /** A fresh model, in place of the one before. */
  begin(run: RunConfig): Promise<void>;
  train(steps: number): Promise<Stretch>;
}

/** One device with the training digits. */
export interface BenchApi extends Trainer {
  /** Answers with the settings that the page starts with. */
  open(site: Site, backend: Backend, threads: number): Promise<RunConfig>;
}
