// A file of one's own that has a text a line, for models that write character by character.

import { type Bytes, keptOf } from './imported';
import type { ChosenFile, ImportedLines, Parting, TableKind, UnreadLines } from './protocol/importer';
import type { Readers } from './readers';

/** More is no file of lines for a browser tab. */
const MOST_BYTES = 2 ** 26;

export class OwnLines {
  private constructor(private readonly lines: Readers.LineFile) {}

  /** None where it is no such file, or is not to be. */
  static async in(
    { LineFile }: Pick<typeof Readers, 'LineFile'>,
    [chosen, ...others]: readonly ChosenFile[],
    kind: TableKind,
    read: (file: File) => Promise<Bytes>,
  ): Promise<OwnLines | undefined> {
    const file = others.length === 0 && chosen && isLines(chosen, kind) ? chosen.file : undefined;
    // What breaks off is told of as a picture is that does.
    const bytes = file && (await read(file).catch(() => undefined));
    return bytes && chosen && new OwnLines(new LineFile(chosen.path, bytes));
  }

  async part({ ink: _, ...parting }: Parting): Promise<ImportedLines | UnreadLines> {
    const { set, refused } = this.lines.read(parting);
    if (refused) return { ...refused, of: 'lines' };
    if (!set) throw new Error('A file of lines was neither read nor refused.');
    const { data, train, test, again, leftOut, refusals, first } = set;
    const kept = await keptOf(data, train, test);
    const counts = { train: countIn(train.labels), t10k: countIn(test.labels) };
    return { ...kept, lines: counts, again, leftOut, refusals, first };
  }
}

/** Items of an IDX file, as its header says. */
const countIn = ({ buffer, byteOffset }: Uint8Array) => new DataView(buffer, byteOffset).getUint32(4);

const isLines = ({ path, file }: ChosenFile, kind: TableKind) =>
  file !== undefined &&
  file.size <= MOST_BYTES &&
  (kind === 'lines' || (kind === 'found' && /\.txt(\.gz)?$/i.test(path)));
