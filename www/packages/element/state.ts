// What the element shows, and what its parts ask of it.

import type { ReadonlySignal } from '@preact/signals-core';
import type { Model } from '../engine/model';
import type { Words } from './words';

export interface State {
  readonly model: ReadonlySignal<Model | undefined>;
  readonly z: ReadonlySignal<readonly number[]>;
  /** What is decoded there. */
  readonly image: ReadonlySignal<Uint8Array | undefined>;
  readonly controls: ReadonlySignal<boolean>;
  /** Why there is no model, in words. */
  readonly problem: ReadonlySignal<string | undefined>;
  readonly words: ReadonlySignal<Words>;
}

export interface Parts {
  readonly root: ShadowRoot;
  readonly state: State;
  readonly signal: AbortSignal;
  move(z: readonly number[]): void;
  tryAgain(): void;
}
