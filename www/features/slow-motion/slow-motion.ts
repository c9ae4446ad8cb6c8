// Trains a copy of the model at hand a step further, and walks through it: encode, sample, decode, loss, update.

import { effect } from '@preact/signals-core';
import type { StoredModel } from '../../app/model/scope';
import type { Model } from '../../app/model/state';
import { Visitor } from '../../app/model/visitor';
import { wholeModel } from '../../app/model/whole-model';
import type { Page } from '../../app/page';
import { Before } from './before';
import { Copy } from './copy';
import { follow } from './followed';
import { settingsOf } from './settings';
import { type Followed, STAGES } from './state';

const STAGE_MS = 1500;
const LAST = STAGES.length - 1;

/** What a walk works on, from its first step to its last. */
interface Walk {
  model: Model;
  /** Of the model at hand. */
  weights: Uint8Array;
  copy: Copy;
  followed: Followed;
  steps: number;
}

export class SlowMotion {
  private readonly visitor: Visitor;
  private before: Before | undefined;
  private walk: Walk | undefined;
  private models: { before: StoredModel; after: StoredModel } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Aborts when the present walk is over. */
  private over = new AbortController();

  constructor(private readonly page: Page) {
    const { state, model, report } = page;
    this.visitor = new Visitor(state, model, () => this.end(), report);
    effect(() => {
      if (state.run.phase.value === 'starting' || state.run.phase.value === 'running') this.end();
    });
  }

  /** A step of a copy of the model that is shown; the run waits meanwhile. */
  async begin() {
    const { state, training, model, send } = this.page;
    const shown = wholeModel(state);
    if (!shown) return;
    this.before = new Before(this.page);
    await training.pause();
    this.over = new AbortController();
    const { signal } = this.over;
    state.slowMotion.at.value = 'waiting';
    await this.unlessItFails(async () => {
      await model.hold();
      const { kind, ...sample } = await follow({ state, send }, signal);
      const weights = await model.weights();
      const config = await settingsOf(shown, this.page);
      if (signal.aborted) return;
      const copy = new Copy(this.page.site, { config, weights, sample });
      signal.addEventListener('abort', () => copy.end());
      this.walk = { model: shown, weights, copy, followed: kind, steps: 0 };
      await this.makeStep(this.walk, signal);
    });
  }

  /** The copy's next step. */
  async goOn() {
    const { walk } = this;
    if (!walk) return;
    this.page.state.slowMotion.at.value = 'waiting';
    await this.unlessItFails(() => this.makeStep(walk, this.over.signal));
  }

  private async makeStep(walk: Walk, over: AbortSignal) {
    const { before, after, walk: figures } = await walk.copy.step();
    if (over.aborted) return;
    const { run, step } = walk.model;
    const steps = ++walk.steps;
    // Until its first step the copy is the model, to the last digit.
    const from = steps === 1 ? walk.weights : before;
    this.models = { before: { run, step, weights: from }, after: { run, step, weights: after } };
    const { followed } = walk;
    this.page.state.slowMotion.at.value = { step: steps, walk: figures, stage: 'encode', followed };
    this.visitor.show(this.models.before);
  }

  private async unlessItFails(work: () => Promise<void>) {
    const { signal } = this.over;
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      await this.leave();
      throw error;
    }
  }

  /** The stage after or before the shown one, where there is one. */
  go(stages: 1 | -1) {
    const at = this.page.state.slowMotion.at.peek();
    if (!at || at === 'waiting' || !this.models) return;
    const index = Math.max(0, Math.min(LAST, STAGES.indexOf(at.stage) + stages));
    const stage = STAGES[index] ?? at.stage;
    this.page.state.slowMotion.at.value = { ...at, stage };
    this.visitor.show(stage === 'update' ? this.models.after : this.models.before);
    if (index === LAST) this.play(false);
  }

  play(plays: boolean) {
    clearTimeout(this.timer);
    this.page.state.slowMotion.plays.value = plays;
    if (!plays) return;
    this.timer = setTimeout(() => {
      this.play(true);
      this.go(1);
    }, STAGE_MS);
  }

  /** Gives back what was there. */
  async leave() {
    const { before, walk } = this;
    if (!this.page.state.slowMotion.at.peek()) return;
    this.before = undefined;
    this.end();
    await before?.giveBack(walk?.weights);
  }

  /** Where something else is shown by now, input and z are given back alone. */
  private end() {
    this.over.abort();
    this.play(false);
    this.visitor.leave();
    this.models = this.walk = undefined;
    this.page.state.slowMotion.at.value = undefined;
    this.before?.giveBackInput();
    this.before = undefined;
  }
}
