// Keeps snapshots of a run while it trains, and shows the model as it was at one of them.

import { batch, effect } from '@preact/signals-core';
import type { ExplorerClient } from '../exploring/explorer-client';
import type { State } from '../store';
import { Visitor } from '../visitor';
import { isDue, room, thinned } from './moments';
import type { Training } from './training';

const FLOAT16_BYTES = 2;
const MOMENT_MS = 250;

export class Replay {
  private readonly visitor: Visitor;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly state: State,
    private readonly explorer: Pick<ExplorerClient, 'ask'>,
    private readonly training: Pick<Training, 'lookAway' | 'comeBack'>,
    report: (error: unknown) => void,
  ) {
    this.visitor = new Visitor(state, explorer, () => this.leave(), report);
    effect(() => {
      if (!state.config.value) this.forget();
    });
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
    this.visitor.show(moment);
  }

  async showNow() {
    const isPast = this.state.past.peek();
    this.leave();
    if (isPast) await this.training.comeBack();
  }

  /** The moment after the shown one, or the first; after the last of them comes now. */
  next() {
    const { moments, past } = this.state;
    const shown = past.peek()?.step ?? -1;
    return this.show(moments.peek().findIndex(({ step }) => step > shown));
  }

  /** From the shown moment on to the present, or from the first. */
  play(plays: boolean) {
    clearTimeout(this.timer);
    this.state.replays.value = plays;
    if (!plays) return;
    if (!this.state.past.peek()) void this.next();
    this.timer = setTimeout(() => {
      void this.next();
      if (this.state.past.peek()) this.play(true);
    }, MOMENT_MS / this.state.replaySpeed.peek());
  }

  private leave() {
    this.play(false);
    this.visitor.leave();
    this.state.past.value = undefined;
  }

  private forget() {
    batch(() => {
      this.leave();
      this.state.moments.value = [];
      this.state.noHistory.value = false;
    });
  }
}
