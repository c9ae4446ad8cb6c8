// A database that tabs with several versions of the page share: the older one closes it, for which the newer one waits.

import type { OpenDBCallbacks } from 'idb';

export interface OtherVersions {
  /** A tab with an earlier version has it open still. */
  waits(): void;
  /** A tab with a newer version waits until `close` is called. */
  givesWay(close: () => void): void;
  /** It was deleted, or the browser has closed it: it may open anew. */
  closed(): void;
}

export const toOthers = ({ waits, givesWay, closed }: OtherVersions) =>
  ({
    blocked: () => waits(),
    blocking(_, newer, event) {
      const database = event.target as IDBDatabase;
      if (newer !== null) return givesWay(() => database.close());
      database.close();
      closed();
    },
    terminated: () => closed(),
  }) satisfies OpenDBCallbacks<unknown>;
