// What a person draws to be a data set: taken in, taken back, and kept from visit to visit.

import type { State } from '../../../app/store';
import { storeChanged, stored } from '../../../app/stored';
import { tabsNews } from '../../../app/tabs-news';
import { troubleOf } from '../../../app/trouble';
import type { Drawn } from '../../../engine/protocol/importer';
import { words } from './words';

const NAME = 'mine';

export type Prepared = (drawing: Uint8Array, side: number) => Promise<Uint8Array | undefined>;

type Drawings = readonly Drawn[];
type Change = (now: Drawings) => Drawings;

export class Mine {
  /** What has found no room in the storage yet, in its order. */
  private waiting: readonly Change[] = [];
  private placing = Promise.resolve();
  private readonly tell = tabsNews(NAME, () => void this.listNews());

  constructor(
    private readonly state: Pick<State, 'ownData' | 'input' | 'undo'>,
    private readonly prepared: Prepared,
  ) {}

  async list(): Promise<Drawings> {
    const { mine } = this.state.ownData;
    if (!mine.peek()) {
      const before = (await stored<Drawings>(NAME)) ?? [];
      mine.value ??= before;
    }
    return mine.peek() ?? [];
  }

  /** What another tab has changed. */
  private async listNews() {
    const { mine } = this.state.ownData;
    if (!mine.peek()) return;
    const now = await stored<Drawings>(NAME);
    if (now) mine.value = changed(now, this.waiting);
  }

  /** What lies on the pad, which `clear` makes free for the next one; a pad without ink adds nothing. */
  async add(name: string, clear: () => void) {
    const input = this.state.input.shown.peek();
    if (input.kind !== 'drawing') return;
    const ink = await input.ink();
    clear();
    const pixels = await this.prepared(ink, input.side);
    if (pixels) await this.place((now) => [...now, { pixels, class: name || words.value.mine }]);
  }

  async take(index: number) {
    const gone = (await this.list())[index];
    if (!gone) return;
    let at = -1;
    await this.place((now) => {
      // Another tab may have moved it, or taken it back as well.
      at = isSame(now[index], gone) ? index : now.findIndex((drawn) => isSame(drawn, gone));
      return at < 0 ? now : now.toSpliced(at, 1);
    });
    if (at < 0) return;
    this.offer(
      () => words.value.taken(gone.class),
      (now) => now.toSpliced(at, 0, gone),
    );
  }

  async clear() {
    let gone: Drawings = [];
    await this.place((now) => {
      gone = now;
      return [];
    });
    if (gone.length === 0) return;
    this.offer(
      () => words.value.cleared(gone.length),
      (now) => [...gone, ...now],
    );
  }

  /** What was drawn since stays too. */
  private offer(said: () => string, back: Change) {
    this.state.undo.offered.value = { words: said, undo: () => this.place(back), home: '#mine-class' };
  }

  /** One change comes after the other. */
  private place(change: Change): Promise<void> {
    this.placing = this.placing.then(() => this.placeNow(change));
    return this.placing;
  }

  /** Of what is kept, whichever tab has kept it; where that cannot be changed, of what is here. */
  private async placeNow(change: Change) {
    const { mine, trouble } = this.state.ownData;
    const before = await this.list();
    const made = [...this.waiting, change];
    try {
      mine.value = await storeChanged<Drawings>(NAME, (now) => changed(now ?? [], made));
      if (made.length > 1) trouble.value = undefined;
      this.waiting = [];
      this.tell();
    } catch (error) {
      trouble.value = troubleOf(error);
      this.waiting = made;
      mine.value = change(mine.peek() ?? before);
    }
  }
}

const changed = (drawings: Drawings, changes: readonly Change[]) =>
  changes.reduce((now, change) => change(now), drawings);

const isSame = (one: Drawn | undefined, other: Drawn) =>
  one?.class === other.class && one.pixels.every((pixel, at) => pixel === other.pixels[at]);

/** What the data set is called: by its classes. */
export function nameOf(drawings: readonly Drawn[], mixed: boolean): string {
  const named = [...new Set(drawings.map((drawn) => drawn.class))].join(', ');
  return mixed ? `${named} + MNIST` : named;
}
