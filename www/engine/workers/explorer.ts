/// <reference types="vite/types/importMeta.d.ts" />
// Answers from a CPU copy of the model, so that exploring never waits for training. What can be asked lies with what asks it.

import { expose, wrap } from 'comlink';
import { type Areas, answer, areasOf } from '../explorer/answer';
import { Session } from '../explorer/session';
import type { ExplorerApi, ExplorerEvent, Site } from '../protocol';
import { serve } from './serve';

const files = import.meta.glob<{ explorer: Areas[string] }>(
  ['../../app/*/explorer.ts', '../../features/*/explorer.ts'],
  { eager: true },
);
const areas = areasOf(files, ({ explorer }) => explorer);

class ExplorerWorker extends Session implements ExplorerApi {
  private snapshots: MessagePort | undefined;

  open(site: Site, version: number, port: MessagePort) {
    return this.prepare(site, version, wrap<(event: ExplorerEvent) => Promise<void>>(port));
  }

  answer(version: number | undefined, name: readonly [string, string], ...rest: unknown[]) {
    return answer(this, areas, version, name, rest);
  }

  async receive(run: number, port: MessagePort) {
    await this.begin(run);
    // That of the run before is over.
    this.snapshots?.close();
    this.snapshots = port;
    expose({ take: (snapshot: Parameters<Session['take']>[1]) => this.take(run, snapshot) }, port);
  }
}

serve(new ExplorerWorker());
