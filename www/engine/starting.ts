// What the trainer tells of a start, as data: the page says it in the language that is chosen.

import type { Failure } from './failure/failure';
import type { Build, Times } from './protocol';

/** What a start waits for. `part` is from 0 to 1. */
export type Loading =
  | { what: 'worker' | 'gpu' | 'comparison' }
  | { what: 'images'; part: number }
  | { what: 'build'; build: Build; part: number }
  | { what: 'model'; images: number };

/** What trains; the times stand where a measurement has chosen it. */
export type Device =
  | { backend: 'cpu'; threads: number; times?: Times }
  | { backend: 'webgpu'; adapter: Adapter; times?: Times };

export interface Adapter {
  /** May be empty. */
  name: string;
  software: boolean;
}

/** Why WebGPU cannot be had. */
export type Missing = 'not offered' | 'no adapter' | 'no timestamp-query';

/** Why the training is not what was asked for. */
export type Notice =
  | { kind: 'not on WebGPU' }
  | { kind: 'no WebGPU'; missing: Missing }
  | { kind: 'no threads'; threads: number }
  /** There are no more cores than these. */
  | { kind: 'fewer threads'; asked: number; threads: number }
  /** What failed, and from which step on something simpler trains in its place. */
  | { kind: 'fallback'; build: Exclude<Build, 'cpu'>; why: Failure; step: number };
