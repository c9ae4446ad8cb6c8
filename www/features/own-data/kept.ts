// Data sets that outlive the page. Where nothing can be kept, why is said, and all else goes on.

import type { State } from '../../app/store';
import { troubleOf } from '../../app/trouble';
import { Failed } from '../../engine/failure/failure';
import type { DataSet } from '../../engine/protocol';
import type { KeptSet } from './state';
import { type Contents, Store } from './store';

type Own = DataSet & { source: { at: 'here' } };

export class Kept {
  /** Opened when it is first needed. */
  private store: Promise<Store> | undefined;

  constructor(
    private readonly state: State['ownData'],
    private readonly sumOf: (splits: Contents['splits']) => Promise<string>,
  ) {}

  async list() {
    const store = await this.opened();
    this.state.kept.value = (await store?.list()) ?? [];
  }

  async keep(set: Own) {
    const store = await this.opened();
    try {
      if (store) await this.put(store, set);
    } catch (error) {
      this.state.trouble.value = troubleOf(error);
    }
    await this.list();
  }

  async read(key: string): Promise<Own> {
    const { set, contents } = await (await this.needed()).read(key);
    if ((await this.sumOf(contents.splits)) !== contents.sum) throw new Failed({ kind: 'savedDamaged' });
    const { savedAt: _, bytes: __, ...rest } = set;
    return { ...rest, source: { at: 'here', splits: contents.splits } };
  }

  /** Answers with what puts it back. */
  async remove(key: string): Promise<{ set: KeptSet; putBack: () => Promise<void> }> {
    const store = await this.needed();
    const { set, contents } = await store.read(key);
    await store.remove(key);
    await this.list();
    return { set, putBack: () => this.putBack(store, set, contents) };
  }

  private async put(store: Store, { source: { splits }, ...set }: Own) {
    const bytes = [splits.train, splits.t10k].reduce(
      (sum, { images, labels }) => sum + images.size + labels.size,
      0,
    );
    await store.write({ ...set, savedAt: Date.now(), bytes }, { splits, sum: await this.sumOf(splits) });
    this.state.trouble.value = undefined;
  }

  private async putBack(store: Store, set: KeptSet, contents: Contents) {
    await store.write(set, contents);
    await this.list();
  }

  private async needed(): Promise<Store> {
    const store = await this.opened();
    if (!store) throw new Failed({ kind: 'noStorage' });
    return store;
  }

  private async opened(): Promise<Store | undefined> {
    try {
      this.store ??= Store.open();
      return await this.store;
    } catch {
      this.store = undefined;
      this.state.trouble.value = 'blocked';
      return undefined;
    }
  }
}
