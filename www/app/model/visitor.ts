// Shows another model of the run in the explorer, in place of the present one, until something else is loaded.

import { effect, untracked } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/explorer-client';
import { latest } from '../latest';
import type { State } from '../store';
import { placeModel } from './place';

/** A run's model after `step` steps. */
export interface Guest {
  run: number;
  step: number;
  weights: Uint8Array;
}

export class Visitor {
  private readonly load: (guest: Guest) => void;
  private guest: Guest | undefined;
  /** The version of the model that shows the guest. */
  private version: number | undefined;

  constructor(
    state: State,
    explorer: Pick<ExplorerClient, 'ask'>,
    displaced: () => void,
    report: (error: unknown) => void,
  ) {
    this.load = latest(
      (guest: Guest) => explorer.ask((it) => it.visit(guest.weights)),
      (summary, guest) => {
        if (guest !== this.guest) return;
        this.version = (state.model.shown.peek()?.version ?? 0) + 1;
        placeModel(state, summary, guest.run, guest.step);
      },
      report,
    );
    effect(() => {
      const model = state.model.shown.value;
      if (this.version === undefined || model?.version === this.version) return;
      this.leave();
      untracked(displaced);
    });
  }

  show(guest: Guest) {
    if (guest === this.guest) return;
    this.guest = guest;
    this.load(guest);
  }

  leave() {
    this.guest = undefined;
    this.version = undefined;
  }
}
