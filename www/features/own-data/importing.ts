// What is chosen is read; what was read is parted, again when it is to be parted otherwise.

import type { ChosenFile } from '../../engine/protocol/importer';
import { inOrder, nameOf } from './chosen';
import type { Reader } from './reader';
import { readingArguments } from './reading-arguments';
import { type Options, type ownDataState, usable } from './state';

type Files = Iterable<ChosenFile> | AsyncIterable<ChosenFile>;

/** Files between two words of how many were found. */
const TOLD_EVERY = 100;

export class Importing {
  private chosen: readonly ChosenFile[] = [];
  private reader: Pick<Reader, 'part'> | undefined;
  /** Of what is being read, and of what can be parted. */
  private life = new AbortController();

  constructor(
    private readonly state: Pick<ReturnType<typeof ownDataState>, 'options' | 'reading' | 'preview'>,
    private readonly base: string,
    private readonly open: (signal: AbortSignal) => Pick<Reader, 'read' | 'part'>,
  ) {}

  /** In place of those before. */
  async read(files: Files) {
    this.leave();
    await this.inOneLife(async (signal) => {
      this.chosen = inOrder(await this.found(files, signal));
      await this.readChosen(signal);
    });
  }

  /** Another preparation needs the files again; another parting does not. */
  async change(options: Options) {
    const before = this.state.options.peek();
    this.state.options.value = options;
    if (this.chosen.length === 0) return;
    const read = ({ preparation, table }: Options) => JSON.stringify([preparation, table]);
    if (read(options) === read(before)) return this.part();
    await this.inOneLife((signal) => this.readChosen(signal));
  }

  leave() {
    this.life.abort();
    this.chosen = [];
    this.reader = undefined;
    this.state.reading.value = undefined;
    this.state.preview.value = undefined;
  }

  /** What was left meanwhile says nothing any more. */
  private async inOneLife(work: (signal: AbortSignal) => Promise<void>) {
    this.life.abort();
    this.life = new AbortController();
    const { signal } = this.life;
    this.reader = undefined;
    this.state.reading.value = { files: 0, pictures: 0, bytes: 0, all: undefined };
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (!signal.aborted) this.state.reading.value = undefined;
    }
  }

  private async found(files: Files, signal: AbortSignal): Promise<ChosenFile[]> {
    const found: ChosenFile[] = [];
    for await (const file of files) {
      signal.throwIfAborted();
      found.push(file);
      if (found.length % TOLD_EVERY > 0) continue;
      this.state.reading.value = { files: found.length, pictures: 0, bytes: 0, all: undefined };
    }
    return found;
  }

  private async readChosen(signal: AbortSignal) {
    const { state, chosen } = this;
    const bytes = chosen.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
    const all = { files: chosen.length, bytes };
    state.reading.value = { files: 0, pictures: 0, bytes: 0, all };
    const reader = this.open(signal);
    await reader.read(this.base, chosen, state.options.peek(), (progress) => {
      if (!signal.aborted) state.reading.value = { ...progress, all };
    });
    this.reader = reader;
    await this.part();
  }

  private async part() {
    const { reader, state } = this;
    const options = state.options.peek();
    const parted = await reader?.part(options);
    const isLatest = reader === this.reader && options === state.options.peek();
    if (!parted || !isLatest) return;
    const set = usable(parted.set);
    const reading = set ? readingArguments(this.chosen, options, set) : [];
    state.preview.value = { ...parted, name: nameOf(this.chosen), reading };
  }
}
