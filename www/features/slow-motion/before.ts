// What was there before a walk, so that it can be given back.

import type { Page } from '../../app/page';

export class Before {
  private readonly phase;
  private readonly shown;
  private readonly input;
  private readonly classIndex;
  private readonly z;
  private readonly linked;

  constructor(private readonly page: Pick<Page, 'state' | 'send' | 'model' | 'training'>) {
    const { run, model, input, latent } = page.state;
    this.phase = run.phase.peek();
    this.shown = model.shown.peek();
    this.input = input.shown.peek();
    this.classIndex = latent.classIndex.peek();
    this.z = latent.z.peek();
    this.linked = latent.linked.peek();
  }

  /** The run and the model, whose weights these are if it has come so far; then input and z, which are its. */
  async giveBack(weights: Uint8Array | undefined) {
    const { state, training } = this.page;
    const config = state.run.config.peek();
    if (this.phase === 'running' && state.run.phase.peek() === 'paused' && config)
      await training.go('run', config);
    await this.giveBackModel(weights);
    this.giveBackInput();
  }

  private async giveBackModel(weights: Uint8Array | undefined) {
    const { state, model } = this.page;
    const run = this.shown?.run ?? 0;
    if (run === 0) return model.showShipped();
    const kept = state.runs.kept.peek().some((other) => other.run === run);
    if (!kept && state.run.phase.peek() !== 'idle') return model.showRun();
    if (weights) await model.visit({ run, step: this.shown?.step ?? 0, weights });
  }

  /** An image that was taken for the walk goes again; what a person drew or took meanwhile stays, and z with it. */
  giveBackInput() {
    const { state, send } = this.page;
    const { input, latent } = state;
    const now = input.shown.peek().kind;
    const lent = this.input.kind === 'empty' && now === 'sample';
    if (!lent && now !== this.input.kind) return;
    if (lent) send({ do: 'clear' });
    if (latent.classIndex.peek() !== this.classIndex)
      send({ do: 'choose class', classIndex: this.classIndex });
    if (this.linked) send({ do: 'follow input' });
    else send({ do: 'put back', place: { z: this.z, linked: false, decoded: latent.decoded.peek() } });
  }
}
