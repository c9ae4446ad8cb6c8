// What is kept in a database of this browser's: opened when it is first needed, and anew after it was closed.

import type { Signal } from '@preact/signals-core';
import { Failed } from '../engine/failure/failure';
import type { OtherVersions } from './other-versions';
import { tabsNews } from './tabs-news';
import { type Trouble, troubleOf } from './trouble';

interface Means<Store> {
  /** `tell` tells other tabs of a change. */
  open(tell: () => void, others: OtherVersions): Promise<Store>;
  /** What the tabs call it among them. */
  name: string;
  /** Hears of what another tab changes. */
  hear(): void;
  trouble: Signal<Trouble | undefined>;
  /** Does what is to be done before a tab with a newer version has it. */
  giveWay?(close: () => void): void;
}

export class Opened<Store> {
  private store: Promise<Store> | undefined;
  private tell: (() => void) | undefined;

  constructor(private readonly means: Means<Store>) {}

  /** The storage, or what is wrong with it. */
  async get(): Promise<Store | undefined> {
    const { open, name, hear, trouble } = this.means;
    try {
      this.tell ??= tabsNews(name, hear);
      this.store ??= open(this.tell, this.others);
      const store = await this.store;
      if (trouble.peek() === 'waiting') trouble.value = undefined;
      return store;
    } catch (error) {
      // It may open another time.
      this.store = undefined;
      trouble.value = troubleOf(error);
      return undefined;
    }
  }

  /** @throws {Failed} where there is none. */
  async needed(): Promise<Store> {
    const store = await this.get();
    if (!store) throw new Failed({ kind: this.means.trouble.peek() === 'newer' ? 'newerTab' : 'noStorage' });
    return store;
  }

  private readonly others: OtherVersions = {
    waits: () => {
      this.means.trouble.value = 'waiting';
    },
    givesWay: (close) => {
      const leave = () => {
        close();
        this.store = undefined;
        this.means.trouble.value = 'newer';
      };
      this.means.giveWay ? this.means.giveWay(leave) : leave();
    },
    closed: () => {
      this.store = undefined;
    },
  };
}
