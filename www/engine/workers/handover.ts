// The trainer's way to the explorer: snapshots go there without passing through the page.

import { type Remote, transfer, wrap } from 'comlink';
import type { Snapshot, SnapshotApi } from '../protocol';
import { buffersOf } from '../transfer';

export class Handover {
  private explorer: Remote<SnapshotApi> | undefined;
  private leave: () => void = () => undefined;

  /** The explorer at the other end of a port takes the place of one that may have stopped: nothing waits for that any more. */
  connect(port: MessagePort) {
    this.leave();
    this.explorer = wrap<SnapshotApi>(port);
  }

  /** Resolves when the page has heard of it. What the explorer makes of it is for the explorer to report. One at a time. */
  async hand(snapshot: Snapshot): Promise<void> {
    // One for each: what waits for it would be kept as long as the explorer.
    const left = new Promise<void>((resolve) => {
      this.leave = resolve;
    });
    await Promise.race([this.explorer?.take(transfer(snapshot, buffersOf(snapshot.weights))), left]);
  }
}
