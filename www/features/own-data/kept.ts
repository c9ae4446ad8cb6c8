// Data sets that outlive the page. Where nothing can be kept, why is said, and all else goes on.

import { computed } from '@preact/signals-core';
import { given } from '../../app/async/given';
import { Opened } from '../../app/opened';
import type { State } from '../../app/store';
import { deletedElsewhere } from '../../app/tabs-news';
import { troubleOf } from '../../app/trouble';
import { Failed } from '../../engine/failure/failure';
import { ofSamples } from '../../engine/imported';
import type { DataSet } from '../../engine/protocol';
import type { OwnSet } from './state';
import { Store, type StoredSet } from './store';

type Splits = OwnSet['source']['splits'];

export class Kept {
  private readonly store: Opened<Store>;

  constructor(
    private readonly state: Pick<State, 'ownData' | 'data'>,
    private readonly sumOf: (splits: Splits) => Promise<string>,
  ) {
    this.store = new Opened({
      open: (...given) => Store.open(...given),
      name: 'data',
      hear: () => void this.listNews(),
      trouble: state.ownData.trouble,
    });
  }

  /** Whatever is kept can be chosen. */
  async list() {
    const store = await this.store.get();
    const { kept: listed } = this.state.ownData;
    const kept = (await store?.list()) ?? listed.peek() ?? [];
    listed.value = kept;
    const placed = this.place(kept);
    if (kept.length > 0) await placed;
  }

  /** What another tab has changed. */
  private async listNews() {
    const { kept, gone } = this.state.ownData;
    const before = kept.peek() ?? [];
    await this.list();
    gone.value = deletedElsewhere(gone.peek(), [before, kept.peek() ?? []], ({ key }) => key);
  }

  /** After the site's own, which come first. */
  private async place(kept: readonly OwnSet[]) {
    const { sets, used, complete } = this.state.data;
    await given(computed(() => sets.value.length > 0 || undefined));
    const isKept = new Set(kept.map(({ key }) => key));
    // What another tab has deleted goes, unless it is in use here.
    const stays = ({ key, source }: DataSet) =>
      !isKept.has(key) && (source.at !== 'here' || key === used.peek()?.key);
    sets.value = [...sets.peek().filter(stays), ...kept];
    complete.value = true;
  }

  /** With the sum of its files, by which a reading tells whether they are what they were. */
  async keep(set: OwnSet, sum: string) {
    const store = await this.store.get();
    const { trouble } = this.state.ownData;
    try {
      if (store) {
        await store.put(stored(set, sum));
        trouble.value = undefined;
      }
    } catch (error) {
      trouble.value = troubleOf(error);
    }
    await this.list();
  }

  async read(key: string): Promise<OwnSet> {
    const { sum, savedAt: _, bytes: __, ...set } = await this.found(key);
    const found = await this.sumOf(set.source.splits);
    if (sum !== found && sum !== ofSamples(found)) throw new Failed({ kind: 'savedDamaged' });
    return set;
  }

  /** The one in use too, wherever the page calls it by its name. */
  async rename(key: string, name: string) {
    const { used } = this.state.data;
    const isThere = await (await this.store.needed()).rename(key, name);
    const now = used.peek();
    if (now?.key === key) used.value = { ...now, name };
    await this.list();
    if (!isThere) throw new Failed({ kind: 'savedGone' });
  }

  /** Answers with what it was, and what puts it back. */
  async remove(key: string): Promise<{ name: string; putBack: () => Promise<void> }> {
    const set = await this.found(key);
    const store = await this.store.needed();
    await store.remove(key);
    await this.list();
    return {
      name: set.name,
      putBack: async () => {
        await store.put(set);
        await this.list();
      },
    };
  }

  private async found(key: string): Promise<StoredSet> {
    const set = await (await this.store.needed()).read(key);
    if (!set) {
      await this.list();
      throw new Failed({ kind: 'savedGone' });
    }
    return set;
  }
}

function stored(set: OwnSet, sum: string): StoredSet {
  const { train, t10k } = set.source.splits;
  const files = [train, t10k].flatMap(({ images, labels, texts }) => [images, labels, texts ?? []].flat());
  return { ...set, savedAt: Date.now(), bytes: files.reduce((bytes, { size }) => bytes + size, 0), sum };
}
