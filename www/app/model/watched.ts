// Something that follows the model, for tests: what it shows, held against the model that is shown.

import { type Signal, signal } from '@preact/signals-core';
import { expect } from 'vitest';
import type { State } from '../store';
import { type Told, tell } from './fake-explorer';
import type { Answer, Asking, Question } from './follow';
import type { ModelScope } from './scope';

/** Fresh ones may have the same key as those before. */
export interface Inputs {
  from: number;
}

export type Kind = Partial<Question<Inputs, Told>>;

/** A follower, and all that it was told. */
export class Watched {
  readonly inputs: Signal<Inputs | undefined> = signal({ from: 0 });
  answer: Answer<Inputs, Told> | undefined;
  waits = false;
  failed = false;
  private asked: { version: number; from: number; overtaken: AbortSignal } | undefined;

  constructor(
    readonly kind: Kind,
    private readonly state: State,
    model: ModelScope,
  ) {
    const ask: Question<Inputs, Told>['ask'] = kind.ask ?? ((it, { from }) => tell(it, from));
    model.follow<Inputs, Told>({
      ...kind,
      inputs: () => this.inputs.value,
      ask: (it, inputs, asking) => {
        this.note(inputs, asking);
        return ask(it, inputs, asking);
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

  set(from: number | undefined) {
    // What was not wanted meanwhile may be asked again.
    if (from === undefined) this.asked = undefined;
    this.inputs.value = from === undefined ? undefined : { from };
  }

  private note({ from }: Inputs, { model: { version }, overtaken }: Asking<Told>) {
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

  /** Unless it is waited for, the answer is the present model's to the present inputs. */
  checkPresent() {
    const { model } = this.state;
    const shown = model.shown.peek();
    const isReady = shown && (!this.kind.whole || model.whole.peek() || shown.run > 0);
    const inputs = isReady && this.inputs.peek();
    if (this.waits || this.failed) return;
    if (inputs) {
      expect(this.answer?.inputs.from).toBe(inputs.from);
      expect(this.answer).toMatchObject({ model: shown, value: { from: inputs.from, step: shown.step } });
    } else if (!this.kind.stays) expect(this.answer).toBeUndefined();
  }

  checkQuiet() {
    expect(this.waits).toBe(false);
    this.check();
    this.checkPresent();
  }
}
