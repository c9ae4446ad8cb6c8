// What the page and its workers say to each other. The payloads are the crate's own types.

import type {
  Backend,
  Codes,
  Damage,
  DataSpec,
  Direction,
  Directions,
  Encoding,
  Evaluation,
  Expected,
  Fault,
  Finish,
  Form,
  FormCheck,
  IdleReason,
  Interpolation,
  MapView,
  ModelConfig,
  ModelKind,
  ModelSummary,
  Path,
  PosteriorDraws,
  PrincipalAxes,
  RecordedStep,
  Refusal,
  RunConfig,
  SettingSchema,
  StepBreakdown,
  Terms,
} from '../public/wasm/cpu/latent';
import type { Reply } from './explorer/questions';
import type { Failure } from './failure/failure';
import type { Device, Loading, Notice } from './starting';
import type { Stop, Stops } from './stops';

export type {
  Backend,
  Codes,
  Damage,
  DataSpec,
  Direction,
  Directions,
  Encoding,
  Evaluation,
  Expected,
  Fault,
  Finish,
  Form,
  FormCheck,
  IdleReason,
  Interpolation,
  MapView,
  ModelConfig,
  ModelKind,
  ModelSummary,
  Path,
  PosteriorDraws,
  PrincipalAxes,
  RecordedStep,
  Refusal,
  RunConfig,
  SettingSchema,
  StepBreakdown,
  Terms,
};

export type BackendChoice = 'automatic' | Backend;

/** The builds of the crate; `threads` is the CPU build with a pool of threads. */
export type Build = Backend | 'threads';

/** Where the page lies, and the CPU build compiled once for all workers. */
export interface Site {
  base: string;
  module: WebAssembly.Module;
}

/** Tiles of the decoded manifold, for a class; `passing` ones are given up when other tiles are asked for. */
export interface Grid {
  view: MapView;
  digitClass: number;
  passing: boolean;
}

/** `count` tiles along each latent dimension, from -extent to extent, the others as in z. */
export interface Traversals {
  digitClass: number;
  z: readonly number[];
  extent: number;
  count: number;
}

export type Split = 'train' | 't10k';

/** A sample of the data set. */
export interface Sample {
  split: Split;
  index: number;
  label: number;
  pixels: Uint8Array;
}

/** What is done to an image before the model sees it: the same seed, the same damage. */
export interface Corruption {
  damage: Damage;
  seed: number;
}

/** `count` draws from N(mu, exp(logVar)), each `[Z]`; the same seed, the same epsilon. */
export interface SamplesOrder {
  mu: Float32Array;
  logVar: Float32Array;
  count: number;
  seed: number;
  digitClass: number;
}

/** Samples in the order of their distance, and their images, one after the other. */
export interface Neighbours {
  digits: readonly { index: number; label: number; distance: number }[];
  images: Uint8Array;
}

/** A model that the explorer has loaded: versions count the loads. */
export interface Loaded {
  version: number;
  summary: ModelSummary;
}

/** A run's model after `step` steps. */
export interface Snapshot {
  weights: Uint8Array;
  step: number;
}

/** What the explorer tells of a run's snapshot: it answers from it, or holds it while another model is shown. */
export type ExplorerEvent =
  | ({ kind: 'shown'; run: number; step: number } & Loaded)
  | { kind: 'held'; run: number; step: number }
  /** Its weights are no model's: what was shown stays. */
  | { kind: 'refused'; run: number; why: Failure };

/** Which model the explorer answers from. */
export interface ModelApi {
  /** The encoder's weights may be missing still. Versions begin after the one that is given. */
  open(
    site: Site,
    weights: Uint8Array,
    version: number,
    tell: (event: ExplorerEvent) => Promise<void>,
  ): Promise<Loaded>;
  /** The model that was opened, as a whole: loaded, unless another one is by now. */
  complete(weights: Uint8Array): Promise<void>;
  /** Another shipped model takes the place of the one before. */
  ship(weights: Uint8Array): Promise<Loaded>;
  /** The shipped model again. */
  showShipped(): Promise<Loaded>;
  /** A model of a run's past, or of a run that was kept. */
  visit(weights: Uint8Array): Promise<Loaded>;
  /** Snapshots of a run come through the port. */
  receive(run: number, port: MessagePort): Promise<void>;
  /** The run's snapshots are shown as they come, and the last one at once, where it is not. */
  showRun(): Promise<(Loaded & { step: number }) | undefined>;
  /** The run's snapshots are held: what is shown stays. */
  hold(): Promise<void>;
  /** There is no run any more: the next one's snapshots are shown. */
  forgetRun(): Promise<void>;
  /** The bytes of the model that answers. */
  weights(): Promise<Uint8Array>;
  /** A copy of the run's last snapshot, if there was one. */
  snapshot(): Promise<Snapshot | undefined>;
  /** The last snapshot in float16: half the bytes. */
  halved(): Promise<Uint8Array | undefined>;
}

/** Where the trainer hands its snapshots: answered when the page has heard of them. */
export interface SnapshotApi {
  take(snapshot: Snapshot): Promise<void>;
}

export interface ExplorerApi extends ModelApi {
  /** A question by area and name, of the model of a version where it needs one: stale if that is another's by now. */
  answer(
    version: number | undefined,
    name: readonly [area: string, name: string],
    ...rest: unknown[]
  ): Promise<Reply>;
}

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

/** Terms are nats an image, on the model's view of MNIST. */
export type TrainerEvent =
  | { kind: 'loading'; loading: Loading }
  | { kind: 'backend'; device: Device; notices: readonly Notice[] }
  | { kind: 'timed'; key: string; times: Times }
  | { kind: 'progress'; position: Position; terms: Terms; imagesPerSecond: number }
  | { kind: 'test'; position: Position; terms: Terms; digits: number }
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
  /** Comes first. The events carry the id of this run; its snapshots go through the port, to the explorer. */
  open(site: Site, run: number, tell: Tell, snapshots: MessagePort): Promise<void>;
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
  /** One optimiser step, and all that it was made from; nothing where it failed. */
  recordStep(): Promise<RecordedStep | undefined>;
  /** Takes over from another config what applies at once. */
  tune(wanted: RunConfig): Promise<void>;
  /** Conditions to stop at, from now on; there are none at first. */
  stopAt(stops: Stops): Promise<void>;
  /** Trains less at a time while someone drags, for the sake of what follows the pointer. */
  giveWay(busy: boolean): Promise<void>;
}

export interface EvaluationProgress {
  done: number;
  all: number;
  /** Time that the digits done have taken. */
  milliseconds: number;
}

export interface EvaluatorApi {
  /** A copy of a model on the first `digits` test digits, until they are done or `goOn` says no. */
  evaluate(
    site: Site,
    order: { weights: Uint8Array; digits: number; samples: number },
    goOn: (progress: EvaluationProgress) => Promise<boolean>,
  ): Promise<Evaluation>;
}

export interface BreakdownApi {
  breakDown(site: Site, recorded: RecordedStep): Promise<StepBreakdown>;
}
