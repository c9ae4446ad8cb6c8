// Reads a data set of one's own. Whoever cancels ends the worker.

import { wrap } from 'comlink';
import { filesOf, sumOf } from '../imported';
import { Importing } from '../importing';
import { madeOf } from '../mine';
import type { DataFiles, DataSpec } from '../protocol';
import type {
  ChosenFile,
  Drawn,
  ImporterApi,
  ImportProgress,
  Parting,
  Preparation,
  TableKind,
  Tasting,
} from '../protocol/importer';
import { loadReaders } from '../readers';
import { serve } from './serve';

class ImporterWorker implements ImporterApi {
  private importing: Importing | undefined;

  async open(base: string, preparation: Preparation, table: TableKind) {
    const readers = await loadReaders(base);
    this.importing = new Importing(readers, new readers.ImportSession(preparation), table);
  }

  async read(files: readonly ChosenFile[], port: MessagePort) {
    const hear = wrap<(progress: ImportProgress) => void>(port);
    await this.opened.read(files, (progress) => void hear(progress));
  }

  part(parting: Parting, tasting: Tasting) {
    return this.opened.part(parting, tasting);
  }

  async prepared(base: string, drawing: Uint8Array, side: number, data: DataSpec) {
    const { prepared } = await loadReaders(base);
    return prepared(drawing, side, data);
  }

  async made(base: string, drawings: readonly Drawn[], of: DataSpec, mixed?: DataFiles) {
    return madeOf(await loadReaders(base), drawings, of, mixed && { base, data: mixed });
  }

  sumOf(splits: Parameters<ImporterApi['sumOf']>[0]) {
    return sumOf(filesOf(splits));
  }

  private get opened() {
    if (!this.importing) throw new Error('Nothing is read yet: open it first.');
    return this.importing;
  }
}

serve(new ImporterWorker());
