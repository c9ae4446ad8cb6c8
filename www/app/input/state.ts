// What the model is shown, and what it makes of it.

import { computed, signal } from '@preact/signals-core';
import type { Corruption, Encoding, Sample } from '../../engine/protocol';
import type { State } from '../store';

/** The pad as it is drawn by now, in grey or in colour as the model's data is: read when the model is asked, not at each move. */
export type Drawing = () => Uint8Array | Promise<Uint8Array>;

export type Input =
  | { kind: 'empty' }
  | { kind: 'drawing'; ink: Drawing; side: number; since: number | undefined }
  | ({ kind: 'sample' } & Sample)
  /** What somebody likes: a count for each item of the model's data. */
  | { kind: 'items'; pixels: Uint8Array }
  /** What somebody writes, as texts are stored. */
  | { kind: 'text'; pixels: Uint8Array };

/** Points of a stroke on the pad, 280 units to a side. */
export type Trace = readonly (readonly [number, number])[];

export function inputState({ latent }: Pick<State, 'latent'>) {
  const encoding = signal<Encoding | undefined>(undefined);
  return {
    shown: signal<Input>({ kind: 'empty' }),
    /** Strokes that the page itself draws on an empty pad; what a person does there takes their place. */
    sketch: signal<readonly Trace[]>([]),
    /** What is done to the input before the model sees it. */
    corruption: signal<Corruption>({ damage: { kind: 'none' }, seed: 1 }),
    encoding,
    /** Whether a person has named the class of the drawing that is shown. */
    classNamed: signal(false),
    /** Whether z has left the input: what is told of the input is not told of z then. */
    away: computed(() => encoding.value !== undefined && !latent.linked.value),
  };
}
