// What the package and its worker say to each other. A worker has one model, or one run.

import type { TrainerEvent } from '../../engine/protocol';
import type { Stops } from '../../engine/stops';
import type { DataSpec, Encoding, Form, ModelSummary } from './latent';

/** N images of `data`, one after the other, and their classes. */
export interface Split {
  pixels: Uint8Array;
  labels: Uint8Array;
}

export interface RunOrder {
  data: DataSpec;
  train: Split;
  test: Split;
  settings: Form;
  stops: Stops;
  /** A model to go on with. */
  from: Uint8Array | undefined;
}

/** What a run tells: its events, and its model now and then. */
export type Told = TrainerEvent | { kind: 'model'; step: number; weights: Uint8Array };

export interface WorkerApi {
  /** Comes first. */
  open(module: WebAssembly.Module): Promise<void>;
  load(weights: Uint8Array): ModelSummary;
  decode(points: Float32Array, latentSize: number, classIndex: number): Uint8Array;
  encode(pixels: Uint8Array, classIndex: number): Encoding;
  draw(ink: Uint8Array, side: number, classIndex: number): Encoding | undefined;
  /** Its events go through the port. */
  create(order: RunOrder, port: MessagePort): Promise<void>;
  resume(): Promise<void>;
  pause(): Promise<void>;
}
