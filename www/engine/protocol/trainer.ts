// What the page asks of the trainer, and what it tells of a run.

import type { Failure } from '../failure/failure';
import type { Device, Loading, Notice } from '../starting';
import type { Stop, Stops } from '../stops';
import type { Finish, RunConfig, Terms } from './crate';
import type { BackendChoice, Build, Site } from './site';

/** What a run asks of the device. */
export interface RunRequest {
  config: RunConfig;
  choice: BackendChoice;
  /** How many threads the CPU should use; not given, as many as leave the explorer a core. */
  threads: number | undefined;
}

/** What a run goes on from: a snapshot that was taken after `step` steps and so many seconds of training. */
export interface From {
  weights: Uint8Array;
  step: number;
  seconds: number;
  /** The file is the run's checkpoint: the run goes on as if it had never stopped. */
  exact?: true;
}

/** A run to train: from random weights, or going on from a snapshot. */
export interface Order extends RunRequest {
  from: From | undefined;
  /** What was measured since the page was opened, by model, batch and adapter. */
  times: Readonly<Record<string, Times>>;
}

/** Milliseconds a step. */
export interface Times {
  cpu: number;
  webgpu: number;
}

export interface Position {
  epoch: number;
  step: number;
  stepInEpoch: number;
  stepsPerEpoch: number;
  images: number;
  /** Of training, without the pauses. */
  seconds: number;
}

/** The mean terms of so many test images. */
export interface Tested {
  position: Position;
  terms: Terms;
  images: number;
}

/** Terms are nats an image, on the model's view of MNIST. */
export type TrainerEvent =
  | { kind: 'loading'; loading: Loading }
  | { kind: 'backend'; device: Device; notices: readonly Notice[] }
  /** About so many seconds are between here and the end of the first step. */
  | { kind: 'slow'; seconds: number }
  | { kind: 'timed'; key: string; times: Times }
  | { kind: 'progress'; position: Position; terms: Terms; imagesPerSecond: number }
  | { kind: 'tests'; tests: readonly Tested[] }
  | { kind: 'finished'; why: Finish | Stop }
  /** The settings' fault, not the device's. */
  | { kind: 'diverged' }
  | { kind: 'failed'; build: Build; why: Failure };

export type TrainerEventOf<Kind extends TrainerEvent['kind']> = Extract<TrainerEvent, { kind: Kind }>;

/** Every event names the run that it belongs to, so that the page can drop stale ones. */
export type RunEvent = { run: number; event: TrainerEvent };

/** Resolves when the page has dealt with the event. */
export type Tell = (event: RunEvent) => Promise<void>;

export interface TrainerApi {
  /** Comes first. The events carry the id of this run, and go through the port `tell`; its snapshots go to the explorer. */
  open(site: Site, run: number, tell: MessagePort, snapshots: MessagePort): Promise<void>;
  /** Snapshots go through this port from now on: another explorer listens there. */
  connect(snapshots: MessagePort): Promise<void>;
  /** Makes WebGPU ready, where a run would take it: nothing is trained yet. */
  warmUp(request: RunRequest): Promise<void>;
  create(order: Order): Promise<void>;
  /** Sends the model as it is. */
  show(): Promise<void>;
  /** Answers when the run goes on. */
  resume(): Promise<void>;
  pause(): Promise<void>;
  /** One optimiser step. */
  step(): Promise<void>;
  /** Takes over from another config what applies at once; says after how many steps. */
  tune(wanted: RunConfig): Promise<number>;
  /** Conditions to stop at, from now on; there are none at first. */
  stopAt(stops: Stops): Promise<void>;
  /** The run as it stands between two steps; nothing before the first. */
  checkpoint(): Promise<From | undefined>;
  /** Trains less at a time while someone drags, for the sake of what follows the pointer. */
  giveWay(busy: boolean): Promise<void>;
}
