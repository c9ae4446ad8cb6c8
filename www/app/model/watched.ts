// Something that follows the model, for tests: what it shows, held against the model that is shown.

import { type Signal, signal } from '@preact/signals-core';
import { expect } from 'vitest';
import type { State } from '../store';
import { type Told, tell } from './fake-explorer';
import type { Answer, Asking, Question } from './follow';
import type { ModelScope } from './scope';

export type Kind = Partial<Question<number, Told>>;

/** A follower, and all that it was told. */
export class Watched {
  readonly inputs: Signal<number | undefined> = signal(0);
  answer: Answer<number, Told> | undefined;
  waits = false;
  failed = false;
  private asked: { version: number; from: number; overtaken: AbortSignal } | undefined;

  constructor(
    readonly kind: Kind,
    private readonly state: State,
    model: ModelScope,
  ) {
    const ask = kind.ask ?? tell;
    model.follow<number, Told>({
      ...kind,
      inputs: () => this.inputs.value,
      ask: (it, from, asking) => {
        this.note(from, asking);
        return ask(it, from, asking);
      },
      show: (answer) => {
        this.answer = answer;
        this.check();
      },
      waiting: (waits) => {
        this.waits = waits;
      },
      failed: () => {
        this.failed = true;
      },
    });
  }

  set(inputs: number | undefined) {
    // What was not wanted meanwhile may be asked again.
    if (inputs === undefined) this.asked = undefined;
    this.inputs.value = inputs;
  }

  private note(from: number, { model: { version }, overtaken }: Asking<Told>) {
    const { asked } = this;
    const isSame = asked?.version === version && asked.from === from;
    if (this.kind.key && isSame && !asked.overtaken.aborted) throw new Error('Asked twice.');
    this.asked = { version, from, overtaken };
    this.failed = false;
  }

  /** What is shown is of the model that is shown, if of an earlier moment. */
  check() {
    const shown = this.state.model.shown.peek();
    if (!this.answer || !shown) return;
    const { model, value } = this.answer;
    expect(value.latentSize).toBe(shown.summary.config.latentSize);
    expect([model.run, value.source]).toEqual([shown.run, shown.summary.parameters]);
  }

  checkQuiet() {
    const { model } = this.state;
    const shown = model.shown.peek();
    const isReady = !this.kind.whole || model.whole.peek() || shown?.run !== 0;
    const inputs = isReady ? this.inputs.peek() : undefined;
    this.check();
    expect(this.waits).toBe(false);
    if (inputs === undefined) {
      if (!this.kind.stays) expect(this.answer).toBeUndefined();
    } else if (!this.failed)
      expect(this.answer).toMatchObject({ model: shown, inputs, value: { from: inputs, step: shown?.step } });
  }
}
