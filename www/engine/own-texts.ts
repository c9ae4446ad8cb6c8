// Tables of one's own that are texts and their classes.

import { type Bytes, keptOf } from './imported';
import type { ChosenFile, ImportedTexts, Parting, TableKind, UnreadTexts } from './protocol/importer';
import type { Readers } from './readers';

/** Texts to train on, and some to test on, at most. */
const MOST = 2;
/** Beyond this it would be in memory several times over. */
const MOST_BYTES = 2 ** 28;

export class OwnTexts {
  private constructor(private readonly texts: Readers.TextTable) {}

  /** None where the files are no such tables, or are not to be. */
  static async in(
    { TextTable }: Pick<typeof Readers, 'TextTable'>,
    chosen: readonly ChosenFile[],
    kind: TableKind,
    read: (file: File) => Promise<Bytes>,
  ): Promise<OwnTexts | undefined> {
    const could = ['found', 'texts'].includes(kind) && chosen.length <= MOST;
    if (!could || !chosen.every((file) => isTable(file, kind))) return undefined;
    const [main, test] = inTurn(chosen);
    const [first, second] = [main && (await bytesOf(main, read)), test && (await bytesOf(test, read))];
    if (!main || !first || (test && !second)) return undefined;
    const table = new TextTable(main.path, first);
    if (kind === 'found' && !table.isMeant()) return undefined;
    if (test && second) table.test(test.path, second);
    return new OwnTexts(table);
  }

  async part({ ink: _, ...parting }: Parting): Promise<ImportedTexts | UnreadTexts> {
    const { set, refused } = this.texts.read({ ...parting, classes: [] });
    if (refused) return { ...refused, of: 'texts' };
    if (!set) throw new Error('A table was neither read nor refused.');
    const { data, train, test, trainTexts, testTexts, texts, leftOut, commonest } = set;
    const kept = await keptOf(data, { ...train, texts: trainTexts }, { ...test, texts: testTexts });
    return { ...kept, texts: { train: texts.train, t10k: texts.test }, leftOut, commonest };
  }
}

/** Those to test on last. */
export const inTurn = (chosen: readonly ChosenFile[]) =>
  [...chosen].sort((one, other) => Number(/test/i.test(one.path)) - Number(/test/i.test(other.path)));

/** What breaks off is told of as a picture is that does. */
const bytesOf = async ({ file }: ChosenFile, read: (file: File) => Promise<Bytes>) =>
  file && (await read(file).catch(() => undefined));

const isTable = ({ path, file }: ChosenFile, kind: TableKind) =>
  file !== undefined && file.size <= MOST_BYTES && (kind === 'texts' || /\.(csv|tsv)(\.gz)?$/i.test(path));
