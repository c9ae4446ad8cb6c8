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

  constructor(private readonly state: State['ownData']) {}

  async list() {
    const store = await this.opened();
    this.state.kept.value = (await store?.list()) ?? [];
  }

  async keep(set: Own) {
    const store = await this.opened();
    try {
      await store?.put(set);
      if (store) this.state.trouble.value = undefined;
    } catch (error) {
      this.state.trouble.value = troubleOf(error);
    }
    await this.list();
  }

  async read(key: string): Promise<Own> {
    const { set, contents } = await (await this.needed()).read(key);
    const { savedAt: _, bytes: __, ...rest } = set;
    return { ...rest, source: { at: 'here', splits: contents.splits } };
  }

  /** Answers with what puts it back. */
  async remove(key: string): Promise<{ set: KeptSet; putBack: () => Promise<void> }> {
    const store = await this.needed();
    const { set, contents } = await store.asItIs(key);
    await store.remove(key);
    await this.list();
    return { set, putBack: () => this.putBack(store, set, contents) };
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
