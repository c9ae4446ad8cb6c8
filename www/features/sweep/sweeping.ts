// Trains the runs of a plan in turn, each from its start to the same stop, and keeps them.

import { batch, effect, signal } from '@preact/signals-core';
import type { Page } from '../../app/page';
import type { Form } from '../../engine/protocol';
import type { Stops } from '../../engine/stops';
import { checked } from './checked';
import { followMaps } from './maps';
import type { Plan } from './state';

export class Sweeping {
  private readonly stopped = signal(false);

  constructor(private readonly page: Page) {
    followMaps(page);
  }

  async start(plan: Plan) {
    const { state, explorer } = this.page;
    if (state.sweep.at.peek()) return;
    const before = { form: state.settings.form.peek(), stops: state.run.stops.peek() };
    const { runs, refusals } = await checked(plan, before.form, explorer);
    state.sweep.refusals.value = refusals;
    if (refusals.length > 0) return;
    this.stopped.value = false;
    batch(() => {
      state.sweep.runs.value = [];
      state.sweep.at.value = { ...plan, index: 0 };
    });
    let ended = 0;
    try {
      for (const [index, { text, config }] of runs.entries()) {
        state.sweep.at.value = { ...plan, index };
        // The run before is kept.
        await this.page.training.discard();
        // What applies at once is taken from the form.
        state.settings.form.value = { ...before.form, [plan.field]: text };
        await this.page.training.stopAt({ epochs: plan.epochs });
        await this.page.training.go('run', config);
        if (!(await this.over())) break;
        await this.keep();
        ended++;
      }
    } finally {
      batch(() => {
        state.sweep.ended.value = { of: runs.length, runs: ended };
        state.sweep.at.value = undefined;
      });
      await this.giveBack(plan, before);
    }
  }

  /** What was trained so far is kept. */
  async stop() {
    if (!this.page.state.sweep.at.peek()) return;
    await this.page.training.pause();
    this.stopped.value = true;
  }

  /** Whether the run came to its end, rather than to a reset or a stop. */
  private over(): Promise<boolean> {
    const { phase } = this.page.state.run;
    return new Promise((resolve) => {
      const end = effect(() => {
        const is = phase.value;
        if (is !== 'finished' && is !== 'idle' && !this.stopped.value) return;
        resolve(is === 'finished');
        queueMicrotask(() => end());
      });
    });
  }

  private async keep() {
    const {
      state: { runs, sweep },
      training,
    } = this.page;
    const before = new Set(runs.kept.peek().map(({ run }) => run));
    await training.discard();
    const made = runs.kept.peek().filter(({ run }) => !before.has(run));
    sweep.runs.value = [...sweep.runs.peek(), ...made.map(({ run }) => run)];
  }

  /** The form and the stop as they were, unless they were set otherwise meanwhile; of a run that was stopped what there is. */
  private async giveBack({ field, texts, epochs }: Plan, before: { form: Form; stops: Stops }) {
    const { state, training } = this.page;
    if (state.run.phase.peek() !== 'idle') await this.keep();
    await training.reset();
    const { form } = state.settings;
    if (texts.includes(form.peek()[field] ?? ''))
      form.value = { ...form.peek(), [field]: before.form[field] ?? '' };
    const stops = state.run.stops.peek();
    // A stop that was reached has gone.
    if (stops.epochs === epochs || stops.epochs === undefined)
      await training.stopAt({ ...before.stops, ...stops, epochs: before.stops.epochs });
  }
}
