// Reads files piece by piece, and parts what was read.

import { HEADER } from './data/idx';
import { sizeOf } from './data/spec';
import { faultOf } from './failure/failure';
import { reasonOf } from './failure/reason';
import { type Bytes, type Files, keptOf } from './imported';
import { joined } from './joined';
import { OwnLines } from './own-lines';
import { OwnTables } from './own-tables';
import { OwnTexts } from './own-texts';
import type { DataSpec } from './protocol';
import type {
  ChosenFile,
  ImportedSet,
  ImportProgress,
  Parted,
  Parting,
  TableKind,
  Tasting,
} from './protocol/importer';
import type { Readers } from './readers';

/** Pictures between two looks at the clock. */
const AT_ONCE = 32;
const TELL_MS = 100;
/** Pictures of the contact sheet. */
const SHEET = 60;

type Hear = (progress: ImportProgress) => void;

export class Importing {
  private files = 0;
  private bytes = 0;
  private told = performance.now();
  private tables: OwnTables | OwnTexts | OwnLines | undefined;

  constructor(
    private readonly readers: Pick<typeof Readers, 'TasteTable' | 'TextTable' | 'LineFile'>,
    private readonly session: Readers.ImportSession,
    private readonly kind: TableKind,
  ) {}

  async read(chosen: readonly ChosenFile[], hear: Hear) {
    const isFirst = this.files === 0;
    this.tables = isFirst ? await this.tablesIn(chosen, hear) : undefined;
    if (this.tables) {
      this.files += chosen.length;
      return hear(this.progress);
    }
    if (isFirst) this.bytes = 0;
    for (const { path, file } of chosen) {
      if (!file) this.session.leave(path, 'the browser could not open it');
      else if (this.session.admit(path, file.size)) await this.readFile(path, file, hear);
      this.files++;
      this.tell(hear);
    }
    hear(this.progress);
  }

  /** Of lines, of texts, or of who likes what, if it is any. */
  private async tablesIn(chosen: readonly ChosenFile[], hear: Hear) {
    const whole = (file: File) => this.whole(file, hear);
    const lines = await OwnLines.in(this.readers, chosen, this.kind, whole);
    if (lines) return lines;
    const texts = await OwnTexts.in(this.readers, chosen, this.kind, whole);
    if (texts) return texts;
    this.bytes = 0;
    return OwnTables.in(this.readers, chosen, this.kind, whole);
  }

  private async readFile(path: string, file: File, hear: Hear) {
    const { session } = this;
    try {
      for await (const piece of piecesOf(file)) {
        session.push(piece);
        this.bytes += piece.length;
        this.tell(hear);
      }
    } catch (error) {
      return session.leave(path, reasonOf(error));
    }
    session.begin(path);
    while (session.advance(AT_ONCE)) this.tell(hear);
  }

  private async whole(file: File, hear: Hear): Promise<Bytes> {
    const pieces: Bytes[] = [];
    for await (const piece of piecesOf(file)) {
      pieces.push(piece);
      this.bytes += piece.length;
      this.tell(hear);
    }
    return joined(pieces);
  }

  async part(parting: Parting, tasting: Tasting): Promise<Parted> {
    const { session, tables } = this;
    const pictures = session.count;
    if (tables) return { leftOut: session.leftOut(), pictures, set: await tables.part(parting, tasting) };
    if (pictures < 2) return { leftOut: session.leftOut(), pictures, set: 'few pictures' };
    try {
      const { data, train, test, leftOut, inverted } = session.part(parting);
      return { leftOut, pictures, set: await setOf(data, train, test, inverted) };
    } catch (error) {
      // Of what can be wrong with so many pictures, what is left.
      if (faultOf(error) === 'dataset') return { leftOut: session.leftOut(), pictures, set: 'many classes' };
      throw error;
    }
  }

  private get progress(): ImportProgress {
    return { files: this.files, pictures: this.session.count, bytes: this.bytes };
  }

  private tell(hear: Hear) {
    const now = performance.now();
    if (now - this.told < TELL_MS) return;
    this.told = now;
    hear(this.progress);
  }
}

/** As the page has it, of IDX files. */
export async function setOf(
  data: DataSpec,
  train: Files,
  test: Files,
  inverted: number,
): Promise<ImportedSet> {
  const { images, labels } = train;
  return {
    ...(await keptOf(data, train, test)),
    counts: { train: countsOf(labels, data), t10k: countsOf(test.labels, data) },
    sheet: {
      images: images.slice(HEADER.images, HEADER.images + SHEET * sizeOf(data)),
      labels: labels.slice(HEADER.labels, HEADER.labels + SHEET),
    },
    inverted,
  };
}

function countsOf(labels: Bytes, { classes }: DataSpec): number[] {
  const counts = classes.map(() => 0);
  for (const label of labels.subarray(HEADER.labels)) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

async function* piecesOf(file: File) {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
