// Reads files piece by piece, and parts what was read.

import { HEADER } from './data/idx';
import { sizeOf } from './data/spec';
import { faultOf } from './failure/failure';
import { reasonOf } from './failure/reason';
import { joined } from './joined';
import { OwnTables } from './own-tables';
import type { DataSpec, SplitFiles } from './protocol';
import type {
  ChosenFile,
  ImportedFiles,
  ImportedSet,
  ImportProgress,
  Parted,
  Parting,
  TableKind,
  Tasting,
} from './protocol/importer';
import type { Readers } from './readers';
import { sha256 } from './sha256';

/** Pictures between two looks at the clock. */
const AT_ONCE = 32;
const TELL_MS = 100;
/** Pictures of the contact sheet. */
const SHEET = 60;
const KEY_DIGITS = 16;

type Hear = (progress: ImportProgress) => void;
export type Bytes = Uint8Array<ArrayBuffer>;
export type Files = Record<'images' | 'labels', Bytes>;

export class Importing {
  private files = 0;
  private bytes = 0;
  private told = performance.now();
  private tables: OwnTables | undefined;

  constructor(
    private readonly readers: Pick<typeof Readers, 'TasteTable'>,
    private readonly session: Readers.ImportSession,
    private readonly kind: TableKind,
  ) {}

  async read(chosen: readonly ChosenFile[], hear: Hear) {
    const isFirst = this.files === 0;
    const whole = (file: File) => this.whole(file, hear);
    this.tables = isFirst ? await OwnTables.in(this.readers, chosen, this.kind, whole) : undefined;
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
    ...(await setOfFiles(data, train, test)),
    counts: { train: countsOf(labels, data), t10k: countsOf(test.labels, data) },
    sheet: {
      images: images.slice(HEADER.images, HEADER.images + SHEET * sizeOf(data)),
      labels: labels.slice(HEADER.labels, HEADER.labels + SHEET),
    },
    inverted,
  };
}

/** What is kept of any set. */
export async function setOfFiles(data: DataSpec, train: Files, test: Files): Promise<ImportedFiles> {
  const sum = await sumOf([train.images, train.labels, test.images, test.labels]);
  const splits = { train: blobsOf(train), t10k: blobsOf(test) };
  return { key: await keyOf(data, sum), sum, data, splits };
}

const blobsOf = ({ images, labels }: Files): SplitFiles => ({
  images: new Blob([images]),
  labels: new Blob([labels]),
});

function countsOf(labels: Bytes, { classes }: DataSpec): number[] {
  const counts = classes.map(() => 0);
  for (const label of labels.subarray(HEADER.labels)) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/** Of all that tells data sets apart. Where a browser reckons no sums, another one each time. */
async function keyOf(data: DataSpec, sum: string): Promise<string> {
  if (!sum) return crypto.getRandomValues(new Uint32Array(4)).join('');
  return (await sha256(new TextEncoder().encode(`${JSON.stringify(data)} ${sum}`))).slice(0, KEY_DIGITS);
}

/** Of files, of which one at a time is in memory; nothing outside a secure context, where a browser reckons none. */
export async function sumOf(files: readonly (Bytes | Blob)[]): Promise<string> {
  if (!crypto.subtle) return '';
  const sums: string[] = [];
  for (const file of files)
    sums.push(await sha256(file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file));
  return sums.join(' ');
}

async function* piecesOf(file: File) {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
