// Shows other models of the run in place of the present one, the latest first, until something else is shown.

import { effect, untracked } from '@preact/signals-core';
import { latest } from '../async/latest';
import type { State } from '../store';
import type { ModelScope, StoredModel } from './scope';

export class Visitor {
  private readonly load: (model: StoredModel) => void;
  private wanted: StoredModel | undefined;
  /** The version under which it is shown. */
  private version: number | undefined;

  constructor(
    state: State,
    scope: Pick<ModelScope, 'visit'>,
    displaced: () => void,
    report: (error: unknown) => void,
  ) {
    this.load = latest(
      (model: StoredModel) => {
        // What it shows next is its own doing.
        this.version = undefined;
        return scope.visit(model);
      },
      (version, model) => {
        if (model === this.wanted) this.version = version;
      },
      report,
    );
    effect(() => {
      const shown = state.model.shown.value;
      if (this.version === undefined || shown?.version === this.version) return;
      this.leave();
      untracked(displaced);
    });
  }

  show(model: StoredModel) {
    if (model === this.wanted) return;
    this.wanted = model;
    this.load(model);
  }

  leave() {
    this.wanted = undefined;
    this.version = undefined;
  }
}
