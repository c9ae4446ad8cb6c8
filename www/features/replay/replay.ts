// Keeps snapshots of a run while it trains, and shows the model as it was at one of them.

import { batch, effect } from '@preact/signals-core';
import type { ModelScope } from '../../app/model/scope';
import { Visitor } from '../../app/model/visitor';
import type { Training } from '../../app/run/training';
import type { State } from '../../app/store';
import { isDue, room, thinned } from './moments';

const FLOAT16_BYTES = 2;
const MOMENT_MS = 250;

export class Replay {
  private readonly visitor: Visitor;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly state: State,
    private readonly model: Pick<ModelScope, 'visit' | 'halved'>,
    private readonly training: Pick<Training, 'comeBack'>,
    private readonly report: (error: unknown) => void,
  ) {
    this.visitor = new Visitor(state, model, () => this.leave(), report);
    effect(() => {
      if (!state.run.config.value) this.forget();
    });
  }

  /** Keeps the run's model as the explorer holds it, if that is due. */
  async take(run: number, step: number) {
    const {
      replay: { moments, noHistory },
      model: { shown: model },
    } = this.state;
    const parameters = model.peek()?.run === run ? model.peek()?.summary.parameters : undefined;
    if (parameters === undefined) return;
    const most = room(FLOAT16_BYTES * parameters);
    noHistory.value = most === 0;
    const due = () => {
      const steps = moments.peek().map((moment) => moment.step);
      return isDue(steps, step, most);
    };
    if (!due()) return;
    // A run that is about to diverge may have no float16.
    const weights = await this.model.halved().catch(() => undefined);
    // A saved run's history may have come meanwhile.
    if (!weights || !due() || !this.state.run.config.peek()) return;
    moments.value = thinned([...moments.peek(), { run, step, weights }], most);
  }

  /** The moment of this index; past the last of them is now. */
  async show(index: number) {
    const moment = this.state.replay.moments.peek()[index];
    if (!moment) return this.showNow();
    this.state.model.arriving.value = undefined;
    this.state.replay.past.value = moment;
    this.visitor.show(moment);
  }

  async showNow() {
    const isPast = this.state.replay.past.peek();
    this.leave();
    if (isPast) await this.training.comeBack();
  }

  /** The moment after the shown one, or the first; after the last of them comes now. */
  next() {
    const {
      replay: { moments, past },
    } = this.state;
    const shown = past.peek()?.step ?? -1;
    return this.show(moments.peek().findIndex(({ step }) => step > shown));
  }

  /** From the shown moment on to the present, or from the first. */
  play(plays: boolean) {
    clearTimeout(this.timer);
    this.state.replay.plays.value = plays;
    if (!plays) return;
    if (!this.state.replay.past.peek()) this.next().catch(this.report);
    this.timer = setTimeout(() => {
      this.next().catch(this.report);
      if (this.state.replay.past.peek()) this.play(true);
    }, MOMENT_MS / this.state.replay.speed.peek());
  }

  private leave() {
    this.play(false);
    this.visitor.leave();
    this.state.replay.past.value = undefined;
  }

  private forget() {
    batch(() => {
      this.leave();
      this.state.replay.moments.value = [];
      this.state.replay.noHistory.value = false;
    });
  }
}
