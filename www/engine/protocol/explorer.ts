// What the page asks of the explorer, and what it tells.

import type { Reply } from '../explorer/questions';
import type { Failure } from '../failure/failure';
import type { Damage, MapView, ModelSummary, RunConfig } from './crate';
import type { Site, Split } from './site';

/** Tiles of the decoded manifold, for a class; `passing` ones are given up when other tiles are asked for. */
export interface Grid {
  view: MapView;
  classIndex: number;
  passing: boolean;
}

/** `count` tiles along each latent dimension, from -extent to extent, the others as in z. */
export interface Traversals {
  classIndex: number;
  z: readonly number[];
  /** Those along which there is a strip. */
  dimensions: readonly number[];
  extent: number;
  count: number;
}

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

/** `count` draws from a posterior, whose parts are as an `Encoding` has them; the same seed, the same epsilon. */
export interface SamplesOrder {
  mu: Float32Array;
  logVar: Float32Array;
  factor: Float32Array;
  count: number;
  seed: number;
  classIndex: number;
}

/** Samples in the order of their distance, and their images, one after the other. */
export interface Neighbours {
  samples: readonly { index: number; label: number; distance: number }[];
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
  /** The model that the page opens with: its encoder's weights may be missing still. */
  openModel(weights: Uint8Array): Promise<Loaded>;
  /** The model that was opened, as a whole: loaded, unless another one is by now. */
  complete(weights: Uint8Array): Promise<void>;
  /** Another shipped model takes the place of the one before. */
  ship(weights: Uint8Array): Promise<Loaded>;
  /** What a run of these settings begins with, in a shipped model's place. */
  shipUntrained(run: RunConfig): Promise<Loaded>;
  /** The shipped model again, if one has come. */
  showShipped(): Promise<Loaded | undefined>;
  /** A model of a run's past, or of a run that was kept. */
  visit(weights: Uint8Array): Promise<Loaded>;
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
  /** Comes first. Versions begin after the one that is given; what happens is told through the port. */
  open(site: Site, version: number, tell: MessagePort): Promise<void>;
  /** Snapshots of a run come through the port. */
  receive(run: number, port: MessagePort): Promise<void>;
  /** A question by area and name, of the model of a version where it needs one: stale if that is another's by now. */
  answer(
    version: number | undefined,
    name: readonly [area: string, name: string],
    ...rest: unknown[]
  ): Promise<Reply>;
}
