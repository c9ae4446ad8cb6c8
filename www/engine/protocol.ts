// What the page and its workers say to each other. The payloads are the crate's own types.

import type {
  Backend,
  Codes,
  Damage,
  Direction,
  Directions,
  Encoding,
  Evaluation,
  Expected,
  Fault,
  FieldError,
  Finish,
  Interpolation,
  MapView,
  ModelConfig,
  ModelSummary,
  Path,
  PrincipalAxes,
  RunConfig,
  Samples,
  Stride,
  Terms,
  Walk,
} from '../public/wasm/cpu/latent';
import type { Failure } from './failure';
import type { Device, Loading, Notice } from './starting';
import type { Stop, Stops } from './stops';

export type {
  Backend,
  Codes,
  Damage,
  Direction,
  Directions,
  Encoding,
  Evaluation,
  Fault,
  FieldError,
  Finish,
  Interpolation,
  MapView,
  ModelConfig,
  ModelSummary,
  Path,
  PrincipalAxes,
  RunConfig,
  Samples,
  Stride,
  Terms,
  Walk,
};

/** What a setting should be: the crate says so of a run, the form of a text. */
export type Expectation = Expected | { kind: 'anyWhole' | 'anyNumber' };

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

/** A digit of the data set. */
export interface Digit {
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

/** Digits in the order of their distance, and their images of 784 bytes, one after the other. */
export interface Neighbours {
  digits: readonly { index: number; label: number; distance: number }[];
  images: Uint8Array;
}

/**
 * Answers with a copy of the model; the urgent requests (decode, encode, draw) overtake maps and traversals. A class, 0 to
 * 9, is for conditional models.
 */
export interface ExplorerApi {
  /** The encoder's weights may be missing still. */
  open(site: Site, weights: Uint8Array): Promise<ModelSummary>;
  /** The model that was opened, as a whole: loaded, unless another one is by now. */
  complete(weights: Uint8Array): Promise<void>;
  /** Another shipped model takes the place of the one before. */
  ship(weights: Uint8Array): Promise<ModelSummary>;
  /** The shipped model again. */
  reopen(): Promise<ModelSummary>;
  /** A snapshot of a run. */
  load(weights: Uint8Array): Promise<ModelSummary>;
  /** A snapshot of a run, while another model answers. */
  hold(weights: Uint8Array): Promise<void>;
  /** The last snapshot in float16: half the bytes. */
  halved(): Promise<Uint8Array | undefined>;
  /** Answers from a model of a run's past; the last snapshot stays what it was. */
  visit(weights: Uint8Array): Promise<ModelSummary>;
  /** The bytes of the model that answers. */
  weights(): Promise<Uint8Array>;
  /** The last snapshot, if there was one. */
  snapshot(): Promise<Uint8Array | undefined>;
  defaultRun(): Promise<RunConfig>;
  checkRun(run: RunConfig): Promise<FieldError[]>;
  trainsOnGpu(run: RunConfig): Promise<boolean>;
  /** Fetches and reads the test digits; answers with their number. */
  openTestDigits(): Promise<number>;
  /** The test digit at an index, or the first from there on that is of the class. */
  testDigit(index: number, ofClass?: number): Promise<Digit>;
  /** The posteriors of the first `count` digits of a split, which is fetched at the first time. */
  codes(split: Split, count: number): Promise<Codes>;
  /** The ELBO of the first `count` digits of a split, at z = mu, in nats. */
  elbos(split: Split, count: number): Promise<Float32Array>;
  /** Keeps the codes of the first `count` training digits, which are fetched at the first time, and tells how many are encoded; answers with their number. */
  encodeTraining(count: number, tell: (done: number) => void): Promise<number>;
  /** Of the training digits that were encoded those whose means are the nearest; none before, or of another model. */
  neighbours(z: Float32Array, count: number): Promise<Neighbours | undefined>;
  /** The directions of the attributes, found from the codes of the first test digits. */
  directions(codes: Codes, latentSize: number): Promise<Directions>;
  /** The points of a path, `[count, latentSize]`. */
  path(path: Path): Promise<Float32Array>;
  /** Of points `[N, latentSize]`. */
  principalAxes(points: Float32Array, latentSize: number): Promise<PrincipalAxes>;
  decode(z: Float32Array, digitClass: number): Promise<Uint8Array>;
  /** Points `[N, latentSize]` to N images, one after the other; urgent requests overtake it. */
  decodeAll(points: Float32Array, latentSize: number, digitClass: number): Promise<Uint8Array>;
  encode(pixels: Uint8Array, digitClass: number, corruption?: Corruption): Promise<Encoding>;
  draw(
    ink: Uint8Array,
    side: number,
    digitClass: number,
    corruption?: Corruption,
  ): Promise<Encoding | undefined>;
  samples(order: SamplesOrder): Promise<Samples>;
  /** Nothing for tiles that were given up. */
  map(grid: Grid): Promise<Uint8Array | undefined>;
  /** The map of another model, if one is given; asking for it gives up no other tiles. */
  mapBeside(grid: Omit<Grid, 'passing'>, weights: Uint8Array | undefined): Promise<Uint8Array>;
  /** A strip of tiles for each latent dimension. */
  traversals(view: Traversals): Promise<Uint8Array[]>;
}

/** What a run asks of the device. */
export interface Wish {
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
export interface Order extends Wish {
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
export type Tidings =
  | { kind: 'loading'; loading: Loading }
  | { kind: 'backend'; device: Device; notices: readonly Notice[] }
  | { kind: 'timed'; key: string; times: Times }
  | { kind: 'progress'; position: Position; terms: Terms; imagesPerSecond: number }
  | { kind: 'test'; position: Position; terms: Terms; digits: number }
  | { kind: 'snapshot'; weights: Uint8Array; step: number }
  | { kind: 'finished'; why: Finish | Stop }
  /** The settings' fault, not the device's. */
  | { kind: 'diverged' }
  | { kind: 'failed'; build: Build; why: Failure };

export type TidingsOf<Kind extends Tidings['kind']> = Extract<Tidings, { kind: Kind }>;

/** Every event names the run that it belongs to, so that the page can drop stale ones. */
export type TrainerEvent = { run: number; tidings: Tidings };

/** Resolves when the page has dealt with the event. */
export type Tell = (event: TrainerEvent) => Promise<void>;

export interface TrainerApi {
  /** Comes first. The events carry the id of this run. */
  open(site: Site, run: number, tell: Tell): Promise<void>;
  /** Makes WebGPU ready, where a run would take it: nothing is trained yet. */
  warmUp(wish: Wish): Promise<void>;
  create(order: Order): Promise<void>;
  /** Sends the model as it is. */
  show(): Promise<void>;
  resume(): Promise<void>;
  pause(): Promise<void>;
  /** One optimiser step. */
  step(): Promise<void>;
  /** One optimiser step, and all that it was made from; nothing where it failed. */
  walk(): Promise<Stride | undefined>;
  tune(beta: number, learningRate: number): Promise<void>;
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

export interface WalkerApi {
  walk(site: Site, stride: Stride): Promise<Walk>;
}
