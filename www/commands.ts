import type { Kind } from './kinds';
import type { BackendChoice } from './protocol';
import type { Field } from './settings';

/** The grey pixels of the pad as it is drawn by now: read when the model is asked, not at each move. */
export type Drawing = () => Uint8Array;

/** What a person can do. `since` is the time stamp of the pointer event behind it. */
export type Command =
  | { do: 'move'; z: readonly number[]; since?: number }
  | { do: 'choose axes'; axes: readonly [number, number] }
  | { do: 'draw'; ink: Drawing; side: number; since: number | undefined }
  | { do: 'clear' }
  | { do: 'take test digit' }
  | { do: 'start' }
  | { do: 'pause' }
  | { do: 'step' }
  | { do: 'reset' }
  | { do: 'set'; field: Field; text: string }
  | { do: 'choose kind'; kind: Kind }
  | { do: 'choose model'; file: string }
  /** The model of the run, in place of a shipped one. */
  | { do: 'show run' }
  | { do: 'choose class'; digitClass: number }
  | { do: 'evaluate'; digits: number; samples: number }
  | { do: 'stop evaluating' }
  | { do: 'choose backend'; choice: BackendChoice }
  | { do: 'dismiss' };

export type Send = (command: Command) => void;
