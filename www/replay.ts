// Keeps snapshots of a run while it trains, and shows the model as it was at one of them.

import { batch, effect } from '@preact/signals-core';
import { placeModel } from './explore';
import type { ExplorerClient } from './explorer-client';
import { latest } from './latest';
import { isDue, room, thinned } from './moments';
import type { ModelSummary } from './protocol';
import type { Moment } from './state/replay';
import type { State } from './store';
import type { Training } from './training';

const FLOAT16_BYTES = 2;
const MOMENT_MS = 250;

export class Replay {
  private readonly visit: (moment: Moment) => void;
  /** The version of the model that shows the past. */
  private version: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly state: State,
    private readonly explorer: Pick<ExplorerClient, 'ask'>,
    private readonly training: Pick<Training, 'lookAway' | 'comeBack'>,
    report: (error: unknown) => void,
  ) {
    this.visit = latest(
      (moment: Moment) => explorer.ask((it) => it.visit(moment.weights)),
      (summary, moment) => this.place(summary, moment),
      report,
    );
    this.forgetWithTheRun();
    this.yieldToOthers();
  }

  /** Keeps the run's model as the explorer holds it, if that is due. */
  async take(run: number, step: number) {
    const { moments, model, noHistory } = this.state;
    const parameters = model.peek()?.run === run ? model.peek()?.summary.parameters : undefined;
    if (parameters === undefined) return;
    const most = room(FLOAT16_BYTES * parameters);
    noHistory.value = most === 0;
    const steps = moments.peek().map((moment) => moment.step);
    if (!isDue(steps, step, most)) return;
    // A run that is about to diverge may have no float16.
    const weights = await this.explorer.ask((it) => it.halved()).catch(() => undefined);
    if (!weights || !this.state.config.peek()) return;
    moments.value = thinned([...moments.peek(), { run, step, weights }], most);
  }

  /** The moment of this index; past the last of them is now. */
  async show(index: number) {
    const moment = this.state.moments.peek()[index];
    if (!moment) return this.showNow();
    this.training.lookAway();
    this.state.past.value = moment;
    this.visit(moment);
  }

  async showNow() {
    this.play(false);
    if (!this.state.past.peek()) return;
    this.leave();
    await this.training.comeBack();
  }

  /** From the shown moment on to the present, or from the first. */
  play(plays: boolean) {
    clearTimeout(this.timer);
    this.state.replays.value = plays;
    if (!plays) return;
    if (!this.state.past.peek()) void this.show(0);
    this.timer = setTimeout(() => this.advance(), MOMENT_MS / this.state.replaySpeed.peek());
  }

  private advance() {
    const { moments, past } = this.state;
    const next = moments.peek().findIndex(({ step }) => step > (past.peek()?.step ?? 0));
    if (next < 0) {
      void this.showNow();
      return;
    }
    void this.show(next);
    this.play(true);
  }

  private place(summary: ModelSummary, moment: Moment) {
    if (this.state.past.peek() !== moment) return;
    this.version = (this.state.model.peek()?.version ?? 0) + 1;
    placeModel(this.state, summary, moment.run, moment.step);
  }

  private leave() {
    this.version = undefined;
    this.state.past.value = undefined;
  }

  private forgetWithTheRun() {
    effect(() => {
      if (this.state.config.value) return;
      batch(() => {
        this.play(false);
        this.leave();
        this.state.moments.value = [];
        this.state.noHistory.value = false;
      });
    });
  }

  /** Whatever else is loaded, the past is no longer shown. */
  private yieldToOthers() {
    effect(() => {
      const { value: model } = this.state.model;
      if (this.version === undefined || model?.version === this.version) return;
      this.play(false);
      this.leave();
    });
  }
}
