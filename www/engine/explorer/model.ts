// A model that answers, for as long as somebody asks it.

import type { Latent } from '../build';

export class ExplorerModel<Session extends { free(): void } = Latent.Explorer> {
  private users = 0;
  private replaced = false;

  constructor(
    readonly version: number,
    /** The bytes that it was made of. */
    readonly weights: Uint8Array,
    readonly session: Session,
  ) {}

  /** It is not freed while the work is done. */
  async during<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    this.users++;
    try {
      return await work();
    } finally {
      this.users--;
      this.freeIfDone();
    }
  }

  /** Another one has taken its place. */
  replace() {
    this.replaced = true;
    this.freeIfDone();
  }

  private freeIfDone() {
    if (this.replaced && this.users === 0) this.session.free();
  }
}
