// The run: where it stands, and how well it does.

import { signal } from '@preact/signals-core';
import type { BackendChoice, Finish, Form, Position, RunConfig, Terms } from '../../engine/protocol';
import type { Device, Loading, Notice } from '../../engine/starting';
import { STOPS, type Stop, type Stops } from '../../engine/stops';
import type { Stretch } from '../settings/course';
import { emptyHistory, type History } from './history';

export type Phase = 'idle' | 'starting' | 'running' | 'paused' | 'finished';

/** Why a run is finished. */
export type Ending = Finish | Stop | 'diverged';

/** A run that has come to where it was to stop can go on; the others have nothing left to train. */
export const canGoOn = (ending: Ending | undefined): ending is Stop => STOPS.some((stop) => stop === ending);

export interface Measured {
  terms: Terms;
  images: number;
  epoch: number;
  /** After how many steps. */
  step: number;
}

export const runState = () => ({
  /** What the run's next step is made with: what it was started with, and tuned to since. */
  config: signal<RunConfig | undefined>(undefined),
  /** The texts of those of its settings that mean something in it. */
  texts: signal<Form>({}),
  /** What it was trained with before its settings were as they are. */
  before: signal<readonly Stretch[]>([]),
  /** The choice of backend that the run was started with. */
  startedWith: signal<BackendChoice | undefined>(undefined),
  phase: signal<Phase>('idle'),
  ending: signal<Ending | undefined>(undefined),
  /** What the start of a run waits for. */
  loading: signal<Loading>({ what: 'worker' }),
  /** Seconds that a step takes, as the trainer guesses before a first one that takes long. */
  stepSeconds: signal<number | undefined>(undefined),
  /** Whether a step is under way that was begun before the pause, or is a single one. */
  ends: signal(false),
  progress: signal<{ position: Position; imagesPerSecond: number } | undefined>(undefined),
  /** The latest figure on the test digits, and the one at the end of the last epoch. */
  test: signal<Measured | undefined>(undefined),
  epochTest: signal<Measured | undefined>(undefined),
  history: signal<History>(emptyHistory()),
  /** What the run trains on, and why that is not what was asked for. */
  device: signal<Device | undefined>(undefined),
  notices: signal<readonly Notice[]>([]),
  /** When this run, or the next one, stops by itself. */
  stops: signal<Stops>({}),
});
