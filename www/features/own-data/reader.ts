// The worker that reads data of one's own: it lives as long as there is something to part, or to be read.

import { type Remote, wrap } from 'comlink';
import { PageWorker } from '../../engine/page-worker';
import type { DataFiles, DataSource, DataSpec } from '../../engine/protocol';
import type { ChosenFile, Drawn, ImporterApi, ImportProgress, Parted } from '../../engine/protocol/importer';
import { wayTo } from '../../engine/transfer';
import type { Options } from './state';

/** Files that are handed over at once: the page does not stand still for all of them. */
const AT_ONCE = 500;

type Splits = Extract<DataSource, { at: 'here' }>['splits'];

export class Reader {
  private readonly worker = new PageWorker(
    'importer',
    (name) =>
      new Worker(new URL('../../engine/workers/importer.ts', import.meta.url), { type: 'module', name }),
  );
  private readonly remote: Remote<ImporterApi> = wrap<ImporterApi>(this.worker.worker);
  private readonly ended: Promise<never>;

  constructor(signal: AbortSignal) {
    this.ended = new Promise((_, reject) => {
      const end = () => {
        this.worker.end();
        reject(signal.reason);
      };
      signal.addEventListener('abort', end, { once: true });
    });
    this.ended.catch(() => undefined);
  }

  async read(
    base: string,
    files: readonly ChosenFile[],
    { preparation, table }: Pick<Options, 'preparation' | 'table'>,
    hear: (progress: ImportProgress) => void,
  ) {
    await this.during(() => this.remote.open(base, preparation, table));
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const way = wayTo(hear);
      await this.during(() => this.remote.read(files.slice(at, at + AT_ONCE), way.port)).finally(way.end);
    }
  }

  part({ parting, tasting }: Pick<Options, 'parting' | 'tasting'>): Promise<Parted> {
    return this.during(() => this.remote.part(parting, tasting));
  }

  prepared(base: string, drawing: Uint8Array, side: number, data: DataSpec) {
    return this.during(() => this.remote.prepared(base, drawing, side, data));
  }

  made(base: string, drawings: readonly Drawn[], of: DataSpec, mixed?: DataFiles) {
    return this.during(() => this.remote.made(base, drawings, of, mixed));
  }

  sumOf(splits: Splits): Promise<string> {
    return this.during(() => this.remote.sumOf(splits));
  }

  private during<Result>(work: () => Promise<Result>): Promise<Result> {
    return Promise.race([this.worker.during(work), this.ended]);
  }
}

/** A worker for one piece of work. */
export async function briefly<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result> {
  const life = new AbortController();
  try {
    return await work(new Reader(life.signal));
  } finally {
    life.abort();
  }
}

/** What tells whether files are still what they were: hundreds of megabytes are not for the page itself. */
export const sumOf = (splits: Splits) => briefly((reader) => reader.sumOf(splits));
