// What a person draws to be a data set: taken in, taken back, and kept from visit to visit.

import type { State } from '../../../app/store';
import { store, stored } from '../../../app/stored';
import type { Drawn } from '../../../engine/protocol/importer';
import { words } from './words';

const NAME = 'mine';

export type Prepared = (drawing: Uint8Array, side: number) => Promise<Uint8Array | undefined>;

export class Mine {
  constructor(
    private readonly state: Pick<State, 'ownData' | 'input' | 'undo'>,
    private readonly prepared: Prepared,
  ) {}

  async list(): Promise<readonly Drawn[]> {
    const { mine } = this.state.ownData;
    if (!mine.peek()) {
      const before = (await stored<readonly Drawn[]>(NAME)) ?? [];
      mine.value ??= before;
    }
    return mine.peek() ?? [];
  }

  /** What lies on the pad, which `clear` makes free for the next one; a pad without ink adds nothing. */
  async add(name: string, clear: () => void) {
    const input = this.state.input.shown.peek();
    if (input.kind !== 'drawing') return;
    const ink = await input.ink();
    clear();
    const pixels = await this.prepared(ink, input.side);
    if (pixels) this.place([...(await this.list()), { pixels, class: name || words.value.mine }]);
  }

  async take(index: number) {
    const before = await this.list();
    const gone = before[index];
    if (!gone) return;
    this.place(before.toSpliced(index, 1));
    this.offer(
      () => words.value.taken(gone.class),
      (now) => now.toSpliced(index, 0, gone),
    );
  }

  async clear() {
    const gone = await this.list();
    if (gone.length === 0) return;
    this.place([]);
    this.offer(
      () => words.value.cleared(gone.length),
      (now) => [...gone, ...now],
    );
  }

  /** What was drawn since stays too. */
  private offer(said: () => string, back: (now: readonly Drawn[]) => readonly Drawn[]) {
    this.state.undo.offered.value = {
      words: said,
      undo: async () => this.place(back(await this.list())),
      home: '#mine-class',
    };
  }

  private place(drawings: readonly Drawn[]) {
    this.state.ownData.mine.value = drawings;
    void store(NAME, drawings);
  }
}

/** What the data set is called: by its classes. */
export function nameOf(drawings: readonly Drawn[], mixed: boolean): string {
  const named = [...new Set(drawings.map((drawn) => drawn.class))].join(', ');
  return mixed ? `${named} + MNIST` : named;
}
