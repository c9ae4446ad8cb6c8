/// <reference types="vite/types/importMeta.d.ts" />
// Puts a copy of a model to use, so that exploring waits for none of it. What can be asked lies with what asks it.

import { type Areas, answer, areasOf } from '../explorer/answer';
import type { UsesApi, UsesOrder } from '../protocol/uses';
import { UsesWork } from '../uses/work';
import { serve } from './serve';

const areas = areasOf(
  import.meta.glob<{ uses: Areas[string] }>('../../features/*/uses.ts', { eager: true }),
  ({ uses }) => uses,
);

class UsesWorker implements UsesApi {
  private readonly work = new UsesWork();

  open(base: string) {
    return this.work.open(base);
  }

  async load(order: UsesOrder) {
    this.work.load(order);
  }

  answer(version: number | undefined, name: readonly [string, string], ...rest: unknown[]) {
    return answer(this.work, areas, version, name, rest);
  }
}

serve(new UsesWorker());
