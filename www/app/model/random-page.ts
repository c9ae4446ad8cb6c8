// A page's models as they change, for tests: over an explorer that lets nothing through by itself.

import { effect } from '@preact/signals-core';
import { expect, vi } from 'vitest';
import { BROKEN, BROKEN_MESSAGE, weightsOf } from '../../engine/explorer/testing';
import { reasonOf } from '../../engine/failure/reason';
import { macrotask } from '../../engine/macrotask';
import type { State } from '../store';
import { FAILURE, FakeExplorer, tell } from './fake-explorer';
import { ModelScope, type StoredModel } from './scope';
import { modelState } from './state';
import { type Kind, Watched } from './watched';

/** What becomes of the model, or is asked of it. */
export type Change =
  | { do: 'complete' | 'show shipped' | 'go on elsewhere' | 'train' | 'show run' | 'hold' }
  | { do: 'ask once' | 'visit what is broken' | 'train what is broken' }
  | { do: 'ship' | 'begin'; latentSize: number }
  | { do: 'visit'; which: number };

/** A page over an explorer, as it has opened its first model. */
export class RandomPage {
  readonly model = modelState();
  readonly followers: readonly Watched[];
  readonly problems: unknown[] = [];
  private readonly explorer = new FakeExplorer(weightsOf(0, 2));
  readonly scope: ModelScope;
  private readonly report = (error: unknown) => this.problems.push(error);
  private size = 0;
  /** Questions that were asked once, and are not answered. */
  private asksOnce = 0;
  /** Shipped models count from 1, runs from 100: one that goes on elsewhere is the same source. */
  private shipped = 0;
  private source = 100;
  private run = 0;
  private latentSize = 2;
  private step = 0;
  private readonly past: StoredModel[] = [];

  constructor(kinds: readonly Kind[]) {
    const state = { model: this.model } as State;
    this.scope = new ModelScope(state, this.explorer, this.report);
    this.scope.onSize((latentSize) => {
      this.size = latentSize;
    });
    this.followers = kinds.map((kind) => new Watched(kind, state, this.scope));
    effect(() => {
      const shown = this.model.shown.value;
      if (!shown) return;
      expect(this.size).toBe(shown.summary.config.latentSize);
      for (const follower of this.followers) follower.check();
    });
  }

  async open() {
    this.scope.opened(await this.explorer.opened);
  }

  change(change: Change) {
    Promise.resolve(this.made(change)).catch(this.report);
  }

  private made(change: Change): Promise<unknown> | undefined {
    const { scope } = this;
    switch (change.do) {
      case 'complete':
        return scope.complete(weightsOf(0, 2));
      case 'ship':
        return scope.ship('a file', weightsOf(++this.shipped, change.latentSize));
      case 'show shipped':
        return scope.showShipped();
      case 'begin':
        this.source++;
        this.latentSize = change.latentSize;
        this.step = 0;
        return Promise.all([scope.forgetRun(), this.begin()]);
      case 'go on elsewhere':
        return this.begin();
      case 'train':
        return this.train();
      case 'train what is broken':
        return this.explorer.take(this.run, { step: ++this.step, weights: BROKEN });
      case 'show run':
        return scope.showRun();
      case 'hold':
        return scope.hold();
      case 'visit':
        return this.visit(change.which);
      case 'visit what is broken':
        return scope.visit({ run: 1, step: 0, weights: BROKEN });
      case 'ask once':
        return this.askOnce();
      default:
        return change satisfies never;
    }
  }

  private begin() {
    return this.scope.follows(++this.run, {} as MessagePort);
  }

  /** Until the page has heard of it. */
  async train() {
    if (this.run === 0) return;
    const step = ++this.step;
    const weights = weightsOf(this.source, this.latentSize, step);
    this.past.push({ run: this.run, step, weights });
    await this.explorer.take(this.run, { step, weights });
  }

  private visit(which: number) {
    const model = this.past[which % this.past.length];
    return model && this.scope.visit(model);
  }

  private async askOnce() {
    this.asksOnce++;
    try {
      const { model, value } = await this.scope.ask((it) => tell(it, 0));
      expect(value).toMatchObject({ source: model.summary.parameters, step: model.step });
    } finally {
      this.asksOnce--;
    }
  }

  /** One message or answer, of those that can be next; whether there was one. */
  async letThrough(which: number, fails: boolean) {
    const was = this.explorer.next(which, fails);
    await macrotask();
    for (const follower of this.followers) follower.checkPresent();
    return was;
  }

  /** Until nothing is under way any more. */
  async settle() {
    while ((await this.letThrough(0, false)) || vi.getTimerCount() > 0) await vi.runAllTimersAsync();
  }

  checkQuiet() {
    for (const follower of this.followers) follower.checkQuiet();
    expect(this.model.shown.peek()?.version).toBe(this.explorer.session?.current.version);
    expect(
      this.problems.map(reasonOf).filter((why) => !EXPECTED.some((expected) => why.includes(expected))),
    ).toEqual([]);
    expect(this.asksOnce).toBe(0);
  }
}

/** What was told of a question or a model that was made to fail. */
const EXPECTED = [FAILURE, BROKEN_MESSAGE];
