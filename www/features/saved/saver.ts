// Keeps the present run in the storage, whole each time, and one saving at a time.

import { batch } from '@preact/signals-core';
import { Opened } from '../../app/opened';
import type { Training } from '../../app/run/training';
import type { State } from '../../app/store';
import { deletedElsewhere } from '../../app/tabs-news';
import { troubleOf } from '../../app/trouble';
import { oldestOf } from './oldest';
import { recordOf } from './record';
import type { SavedFile, SavedMoment } from './schema';
import type { SavedRun, Unsized } from './state';
import { Store } from './store';
import { hold } from './tabs';

type Bytes = Uint8Array<ArrayBuffer>;
type Tail<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;

export class Saver {
  private saving: Promise<void> = Promise.resolve();
  private release: (() => void) | undefined;
  /** Whether a whole run could not be saved last: that something smaller was is no reason to say nothing of it. */
  private isUnsaved = false;
  private readonly store: Opened<Store>;

  constructor(
    private readonly state: State,
    private readonly training: Pick<Training, 'checkpoint' | 'run'>,
  ) {
    this.store = new Opened({
      open: (...given) => Store.open(...given),
      name: 'runs',
      hear: () => void this.listNews(),
      trouble: state.saved.trouble,
      giveWay: (close) => void this.giveWay(close),
    });
  }

  /** The storage, or what is wrong with it. */
  opened = () => this.store.get();

  /** @throws {Failed} where there is none. */
  storage = () => this.store.needed();

  /** After what is being saved, and with the run as it is by then. */
  private giveWay(close: () => void): Promise<void> {
    return this.inTurn(async () => {
      if (this.state.run.phase.peek() !== 'idle') await this.saveNow();
    }).finally(close);
  }

  /** With its history; what of it is not as it was written is left out, which is said. */
  async read(id: string): ReturnType<Store['read']> {
    const found = await (await this.storage()).read(id);
    const { run, leftOut: moments } = found;
    this.state.saved.leftOut.value = moments > 0 ? { name: run.name, moments } : undefined;
    return found;
  }

  /** Work on the storage comes one after the other. Where storage fails it is said, and costs that work alone. */
  private inTurn(work: () => Promise<unknown>): Promise<void> {
    const done = this.saving.then(work).then(
      () => undefined,
      (error: unknown) => this.say(error),
    );
    this.saving = done.catch(() => undefined);
    return done;
  }

  private say(error: unknown) {
    if (!(error instanceof DOMException)) throw error;
    this.state.saved.trouble.value = troubleOf(error);
  }

  /** The run as it stands now, after what is being saved. */
  save(): Promise<void> {
    return this.inTurn(() => this.saveNow());
  }

  async list() {
    const store = await this.opened();
    const { runs } = this.state.saved;
    runs.value = (await store?.runs()) ?? runs.peek() ?? [];
  }

  /** What another tab has changed. */
  private async listNews() {
    const { runs, gone } = this.state.saved;
    const before = runs.peek() ?? [];
    await this.list();
    gone.value = deletedElsewhere(gone.peek(), [before, runs.peek() ?? []], ({ id }) => id);
  }

  /** From now on the present run is this one. */
  async takeUp(id: string, release: () => void, step: number) {
    this.leave();
    this.release = release;
    batch(() => {
      this.state.saved.present.value = id;
      this.state.saved.upTo.value = step;
    });
    await this.change(id, { present: true });
  }

  /** The run is no longer the page's; it stays where it is. */
  leave() {
    const { present, upTo } = this.state.saved;
    const id = present.value;
    this.release?.();
    this.release = undefined;
    batch(() => {
      present.value = undefined;
      upTo.value = 0;
    });
    if (id) void this.change(id, { present: false });
  }

  /** Of a saved run alone, and of the list. */
  change(id: string, changes: Partial<SavedRun>): Promise<void> {
    return this.inTurn(async () => {
      const store = await this.opened();
      try {
        await store?.change(id, changes);
        if (store && !this.isUnsaved) this.state.saved.trouble.value = undefined;
      } finally {
        await this.list();
      }
    });
  }

  /** A run that is no longer the present one, as it was kept. */
  write(run: Unsized, file: Omit<SavedFile, 'sha256'>, moments: readonly SavedMoment[]): Promise<void> {
    return this.inTurn(() => this.put(run, file, moments));
  }

  private async saveNow() {
    const { state, training } = this;
    const saved = training.run;
    const from = await training.checkpoint().catch(() => undefined);
    // What is said of the run by now may be another one's, as in a sweep: one that was kept is saved as it was kept.
    if (!from || saved !== training.run || from.step === state.saved.upTo.value) return;
    const record = recordOf(state, from);
    if (!record) return;
    const run = { ...record, id: this.id() };
    const file = { checkpoint: from.weights as Bytes, history: state.run.history.peek() };
    if (await this.put(run, file, state.replay.moments.peek())) state.saved.upTo.value = from.step;
  }

  /** Whether it went well: if not, why is said. */
  private async put(run: Unsized, ...contents: Tail<Parameters<Store['put']>>): Promise<boolean> {
    const store = await this.opened();
    if (!store) return false;
    const { trouble } = this.state.saved;
    try {
      await store.put(run, ...contents);
      trouble.value = undefined;
    } catch (error) {
      trouble.value = troubleOf(error);
    }
    this.isUnsaved = trouble.value !== undefined;
    await this.list();
    await this.dropOldest(store);
    return !this.isUnsaved;
  }

  /** The present run's, which is made and held at its first saving: nobody else knows it yet. */
  private id(): string {
    const { present } = this.state.saved;
    if (present.value) return present.value;
    const id = crypto.randomUUID();
    present.value = id;
    void hold(id).then((release) => {
      if (present.value === id) this.release = release;
      else release?.();
    });
    return id;
  }

  private async dropOldest(store: Store) {
    const { runs, dropped } = this.state.saved;
    const oldest = oldestOf(runs.value ?? []);
    for (const run of oldest) {
      await store.remove(run.id);
      dropped.value = [...dropped.value, run];
    }
    if (oldest.length > 0) await this.list();
  }
}
