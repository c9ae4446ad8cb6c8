// The run's model as the explorer has it: the last snapshot.

import { transfer } from 'comlink';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { TidingsOf } from '../../engine/protocol';
import type { Last } from '../../features/runs/keeping';
import { placeModel } from '../model/place';
import type { State } from '../store';

export class RunModel {
  /** Whether another model is shown in place of the run's. */
  aside = false;
  /** The step of the last snapshot that the explorer took. */
  private step = 0;

  constructor(
    private readonly state: State,
    private readonly explorer: Pick<ExplorerClient, 'ask'>,
  ) {}

  /** Shows a snapshot, or holds it while another model is shown; whether its run went on until it was read. */
  async take({ weights, step }: TidingsOf<'snapshot'>, run: number, goesOn: () => boolean): Promise<boolean> {
    const handed = transfer(weights, [weights.buffer as ArrayBuffer]);
    if (this.aside) await this.explorer.ask((it) => it.hold(handed));
    else {
      const summary = await this.explorer.ask((it) => it.load(handed));
      if (goesOn() && !this.aside) placeModel(this.state, summary, run, step);
    }
    if (!goesOn()) return false;
    this.step = step;
    return true;
  }

  /** A copy, if there was a step. */
  async last(): Promise<Last | undefined> {
    const { step } = this;
    const weights = step > 0 ? await this.explorer.ask((it) => it.snapshot()) : undefined;
    return weights && { weights, step };
  }

  /** The shipped model again. */
  async leave() {
    placeModel(this.state, await this.explorer.ask((it) => it.reopen()), 0, 0);
  }

  /** Another run begins. */
  clear() {
    this.aside = false;
    this.step = 0;
  }
}
