// Makes one training step and walks through it: encode, sample, decode, loss, update.

import { effect } from '@preact/signals-core';
import { wrap } from 'comlink';
import type { ModelScope, StoredModel } from '../../app/model/scope';
import { Visitor } from '../../app/model/visitor';
import type { Training } from '../../app/run/training';
import type { State } from '../../app/store';
import { workerFails } from '../../engine/failure/failure';
import type { BreakdownApi, RecordedStep, RunConfig, Site } from '../../engine/protocol';
import { STAGES } from './state';

const STAGE_MS = 1500;
const LAST = STAGES.length - 1;

export class SlowMotion {
  private readonly visitor: Visitor;
  private models: { before: StoredModel; after: StoredModel } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Of walks that were begun, the latest counts. */
  private turn = 0;

  constructor(
    private readonly state: State,
    model: Pick<ModelScope, 'visit'>,
    private readonly training: Pick<Training, 'recordStep' | 'comeBack'>,
    private readonly site: Promise<Site>,
    report: (error: unknown) => void,
  ) {
    this.visitor = new Visitor(state, model, () => this.end(), report);
    effect(() => {
      if (state.run.phase.value === 'idle') this.end();
    });
  }

  /** The next step of the paused run, or the first one of a run by `config`. */
  async begin(config: RunConfig) {
    const turn = ++this.turn;
    this.state.slowMotion.at.value = 'waiting';
    try {
      const made = await this.training.recordStep(config);
      if (!made || turn !== this.turn) return;
      const { run, step, recorded } = made;
      const walk = await takenApart(recorded, await this.site);
      if (turn !== this.turn) return;
      this.models = {
        before: { run, step: step - 1, weights: recorded.before },
        after: { run, step, weights: recorded.after },
      };
      this.state.slowMotion.at.value = { step, walk, stage: 'encode' };
      this.visitor.show(this.models.before);
    } finally {
      if (turn === this.turn && this.state.slowMotion.at.peek() === 'waiting') await this.leave();
    }
  }

  /** The stage after or before the shown one, where there is one. */
  go(stages: 1 | -1) {
    const at = this.state.slowMotion.at.peek();
    if (!at || at === 'waiting' || !this.models) return;
    const index = Math.max(0, Math.min(LAST, STAGES.indexOf(at.stage) + stages));
    const stage = STAGES[index] ?? at.stage;
    this.state.slowMotion.at.value = { ...at, stage };
    this.visitor.show(stage === 'update' ? this.models.after : this.models.before);
    if (index === LAST) this.play(false);
  }

  play(plays: boolean) {
    clearTimeout(this.timer);
    this.state.slowMotion.plays.value = plays;
    if (!plays) return;
    this.timer = setTimeout(() => {
      this.play(true);
      this.go(1);
    }, STAGE_MS);
  }

  async leave() {
    if (!this.state.slowMotion.at.peek()) return;
    this.end();
    await this.training.comeBack();
  }

  private end() {
    this.turn++;
    this.play(false);
    this.visitor.leave();
    this.models = undefined;
    this.state.slowMotion.at.value = undefined;
  }
}

/** In a worker of its own, so that neither exploring nor training waits for it. */
async function takenApart(recorded: RecordedStep, site: Site) {
  const worker = new Worker(new URL('../../engine/workers/breakdown.ts', import.meta.url), {
    type: 'module',
    name: 'breakdown',
  });
  try {
    return await Promise.race([wrap<BreakdownApi>(worker).breakDown(site, recorded), workerFails(worker)]);
  } finally {
    worker.terminate();
  }
}
