// What follows the model: asked anew whenever the model or the inputs change, and never shown with another model.

import { effect, untracked } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/clients/explorer';
import { type Asked, type OfModel, Stale } from '../../engine/explorer/questions';
import { isSame } from '../async/same';
import type { Report } from '../page/commands';
import type { State } from '../store';
import { isOfSameSource, type Model } from './state';
import { wholeModel } from './whole-model';

/** What a model answered, from which inputs. */
export interface Answer<Inputs, Value> {
  model: Model;
  inputs: Inputs;
  value: Value;
}

export interface Question<Inputs, Value> {
  /** Whether the encoder is needed too: the opening model's comes after its decoder. */
  whole?: boolean;
  /** What it is asked from: anew whenever a signal changes that is read here. Nothing while nobody wants to know. */
  inputs(model: Model): Inputs | undefined;
  /** Inputs of the same key are not asked twice of one model. */
  key?(inputs: Inputs): string;
  /** Nothing where it was given up. */
  ask(it: Asked<OfModel>, inputs: Inputs, asking: Asking<Value>): Promise<Value | undefined>;
  /** Takes each answer; nothing, when what was shown says nothing of the model or is no longer wanted. */
  show(answer: Answer<Inputs, Value> | undefined): void;
  /** Whether it stays while nobody wants to know, as long as it is the model's. */
  stays?: boolean;
  /** Milliseconds between an answer and the next question. */
  rest?: number;
  /**
   * The same with the same inputs: a model in training changes several times a second, and what takes long need not. The answer
   * under way is seen through then, and no later model overtakes it.
   */
  restWithSameInputs?: number;
  /** Whether an answer is being waited for, and whether it is not begun yet, for the one before is still to rest from. */
  waiting?(waits: boolean, rests: boolean): void;
  /** It failed, and was reported: it is not asked again until its inputs or the model change. */
  failed?(): void;
}

/** An answer under way. */
export interface Asking<Value> {
  readonly model: Model;
  /** Aborts when something newer waits for its turn. */
  readonly overtaken: AbortSignal;
  /** A first part of the answer. */
  part(value: Value): void;
}

export interface Follower {
  /** A model of another source is about to be shown. */
  forget(): void;
}

interface Request<Inputs> {
  model: Model;
  inputs: Inputs;
  /** The inputs in words. */
  from: string;
}

/** One request is under way at a time, and of those that come meanwhile only the newest is made. */
class Following<Inputs, Value> implements Follower {
  private wanted = false;
  private shows = false;
  /** What was asked last: model and inputs. */
  private asked = '';
  private count = 0;
  private newest: Inputs | undefined;
  private underWay: AbortController | undefined;
  private next: Request<Inputs> | undefined;
  private endRest = () => {};
  /** Whether a model of another source has come since the request under way was made: it is not kept waiting. */
  private forgotten = false;
  /** The inputs of the request under way, and what ends the rest that only they take. */
  private from = '';
  private isPatient = false;
  private endPatience = () => {};

  constructor(
    private readonly question: Question<Inputs, Value>,
    private readonly state: State,
    private readonly explorer: Pick<ExplorerClient, 'askOf'>,
    private readonly report: Report,
  ) {
    effect(() => this.look());
  }

  private look() {
    const { question, state } = this;
    const model = question.whole ? wholeModel(state) : state.model.shown.value;
    const inputs = model && question.inputs(model);
    untracked(() => (model && inputs !== undefined ? this.want(model, inputs) : this.wantNothing()));
  }

  private readonly again = () => {
    this.asked = '';
    untracked(() => this.look());
  };

  forget() {
    this.asked = '';
    this.underWay?.abort();
    this.forgotten = true;
    this.endRest();
    this.showNothing();
  }

  private want(model: Model, inputs: Inputs) {
    const { waiting, restWithSameInputs } = this.question;
    this.wanted = true;
    const from = this.fromOf(inputs);
    const mine = `${model.version} ${from}`;
    if (mine === this.asked) return;
    this.asked = mine;
    waiting?.(true, this.isPatient && from === this.from);
    this.next = { model, inputs, from };
    if (from !== this.from) this.endPatience();
    if (!this.underWay) void this.work();
    else if (!restWithSameInputs || from !== this.from) this.underWay.abort();
  }

  private fromOf(inputs: Inputs): string {
    const { key, restWithSameInputs } = this.question;
    if (key) return key(inputs);
    if (!restWithSameInputs || !isSame(inputs, this.newest)) this.count++;
    this.newest = inputs;
    return String(this.count);
  }

  private wantNothing() {
    this.wanted = false;
    this.asked = '';
    this.next = undefined;
    this.underWay?.abort();
    this.endPatience();
    this.question.waiting?.(false, false);
    if (!this.question.stays) this.showNothing();
  }

  private showNothing() {
    if (!this.shows) return;
    this.shows = false;
    this.question.show(undefined);
  }

  private async work() {
    for (let request = this.next; request; request = this.next) {
      this.next = undefined;
      this.underWay = new AbortController();
      this.from = request.from;
      this.forgotten = false;
      await this.make(request, this.underWay.signal);
      await this.takeRest();
    }
    this.underWay = undefined;
  }

  private async make({ model, inputs }: Request<Inputs>, overtaken: AbortSignal) {
    const { ask, waiting, failed } = this.question;
    const part = (value: Value) => this.answer(model, inputs, value);
    waiting?.(true, false);
    try {
      const value = await this.explorer.askOf(model.version, (it) =>
        ask(it, inputs, { model, overtaken, part }),
      );
      if (value !== undefined) part(value);
      if (!this.next) waiting?.(false, false);
    } catch (error) {
      // The model that has come since is asked anew.
      if (error instanceof Stale) return;
      if (!this.next) waiting?.(false, false);
      this.report(error, this.again);
      failed?.();
    }
  }

  private answer(model: Model, inputs: Inputs, value: Value) {
    const now = this.state.model.shown.peek();
    const isItsOwn = now !== undefined && isOfSameSource(model, now);
    if (!isItsOwn || !(this.wanted || this.question.stays)) return;
    this.shows = true;
    this.question.show({ model, inputs, value });
  }

  private async takeRest() {
    const { rest, restWithSameInputs } = this.question;
    if (rest && !this.forgotten) await this.pause(rest, (end) => (this.endRest = end));
    // Given up, it was no answer to rest from.
    if (!restWithSameInputs || this.underWay?.signal.aborted) return;
    this.isPatient = true;
    if (this.next) this.question.waiting?.(true, true);
    await this.pause(restWithSameInputs, (end) => {
      this.endRest = this.endPatience = end;
    });
    this.isPatient = false;
  }

  private pause(milliseconds: number, ending: (end: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      ending(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** Follows from now on; the owner of the model tells it to forget, in the moment in which another one is shown. */
export const followed = <Inputs, Value>(
  question: Question<Inputs, Value>,
  state: State,
  explorer: Pick<ExplorerClient, 'askOf'>,
  report: Report,
): Follower => new Following(question, state, explorer, report);
