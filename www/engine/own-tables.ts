// Tables of one's own that say who likes what, and what the items of such a table are called.

import { type Bytes, keptOf } from './imported';
import type { ChosenFile, ImportedTastes, Parting, TableKind, Tasting, Unread } from './protocol/importer';
import type { Readers } from './readers';

/** The file itself and its titles at most. */
const MOST = 2;
/** Beyond this it would be in memory several times over. */
const MOST_BYTES = 2 ** 28;

interface Table {
  path: string;
  bytes: Bytes;
  table: Readers.TasteTable;
}

export class OwnTables {
  private constructor(
    private readonly tastes: Readers.TasteTable,
    private readonly titles: string | undefined,
  ) {}

  /** None where the files are no such tables, or are not to be. */
  static async in(
    { TasteTable }: Pick<typeof Readers, 'TasteTable'>,
    chosen: readonly ChosenFile[],
    kind: TableKind,
    read: (file: File) => Promise<Bytes>,
  ): Promise<OwnTables | undefined> {
    const could = kind !== 'pictures' && chosen.length <= MOST && chosen.every((file) => isTable(file, kind));
    if (!could) return undefined;
    const tables: Table[] = [];
    for (const { path, file } of chosen) {
      // What breaks off is told of as a picture is that does.
      const bytes = file && (await read(file).catch(() => undefined));
      if (!bytes) return undefined;
      const table = new TasteTable(path, bytes);
      if (kind === 'found' && !table.isMeant()) return undefined;
      tables.push({ path, bytes, table });
    }
    const main = tables.find(({ table }) => table.isRatings()) ?? tables[0];
    const titles = tables.find((table) => table !== main);
    if (titles) main?.table.title(titles.path, titles.bytes);
    return main && new OwnTables(main.table, titles?.path);
  }

  async part({ ink: _, ...parting }: Parting, tasting: Tasting): Promise<ImportedTastes | Unread> {
    const { set, refused } = this.tastes.read({ ...parting, ...tasting });
    if (refused) return refused;
    if (!set) throw new Error('A table was neither read nor refused.');
    const { data, train, test, people, likes, favourites } = set;
    const counts = { train: people.train, t10k: people.test };
    const kept = await keptOf(data, train, test);
    return { ...kept, people: counts, likes, titles: this.titles, favourites };
  }
}

const isTable = ({ path, file }: ChosenFile, kind: TableKind) =>
  file !== undefined && file.size <= MOST_BYTES && (kind === 'tastes' || /\.(csv|tsv)(\.gz)?$/i.test(path));
