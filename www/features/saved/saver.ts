// Keeps the present run in the storage, whole each time, and one saving at a time.

import { batch } from '@preact/signals-core';
import type { Training } from '../../app/run/training';
import { madeWith } from '../../app/settings/course';
import type { State } from '../../app/store';
import type { From } from '../../engine/protocol';
import type { SavedRun, Trouble } from './state';
import { Store } from './store';
import { hold } from './tabs';

/** So many runs are kept; the oldest that has no name of its own goes first. */
export const MOST_RUNS = 40;

export class Saver {
  private saving: Promise<void> = Promise.resolve();
  private release: (() => void) | undefined;
  /** Opened when it is first needed. */
  private store: Promise<Store> | undefined;

  constructor(
    private readonly state: State,
    private readonly training: Pick<Training, 'checkpoint'>,
  ) {}

  /** The storage, or what is wrong with it. */
  async opened(): Promise<Store | undefined> {
    try {
      this.store ??= Store.open();
      return await this.store;
    } catch {
      this.state.saved.trouble.value = 'blocked';
      return undefined;
    }
  }

  /** The run as it stands now, after what is being saved. */
  save(): Promise<void> {
    this.saving = this.saving.then(() => this.saveNow());
    return this.saving;
  }

  async list() {
    const store = await this.opened();
    this.state.saved.runs.value = (await store?.runs()) ?? [];
  }

  /** From now on the present run is this one. */
  async takeUp(id: string, release: () => void, step: number) {
    this.leave();
    this.release = release;
    batch(() => {
      this.state.saved.present.value = id;
      this.state.saved.upTo.value = step;
    });
    await (await this.opened())?.change(id, { present: true });
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
    if (id) this.saving = this.saving.then(() => this.markLeft(id));
  }

  private async markLeft(id: string) {
    const store = await this.opened();
    await store?.change(id, { present: false });
    await this.list();
  }

  private async saveNow() {
    const { saved } = this.state;
    const from = await this.training.checkpoint().catch(() => undefined);
    if (!from || from.step === saved.upTo.value) return;
    const run = this.record(from);
    const store = run && (await this.opened());
    if (!store || !run) return;
    try {
      await store.put(run, from.weights as Uint8Array<ArrayBuffer>);
      saved.trouble.value = undefined;
      saved.upTo.value = from.step;
    } catch (error) {
      saved.trouble.value = troubleOf(error);
    }
    await this.dropOldest(store);
    await this.list();
  }

  private record(from: From): SavedRun | undefined {
    const { run, runs } = this.state;
    if (!run.config.value || !run.progress.value) return undefined;
    const course = { config: run.config.value, texts: run.texts.value, before: run.before.value };
    return {
      id: this.id(),
      name: runs.name.value,
      savedAt: Date.now(),
      present: true,
      exact: true,
      ...madeWith(course, from.step),
      history: run.history.value,
      position: { ...run.progress.value.position, step: from.step, seconds: from.seconds },
      test: run.test.value,
      epochTest: run.epochTest.value,
      ending: run.ending.value,
      bytes: from.weights.byteLength,
    };
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
    const runs = await store.runs();
    const oldest = runs.toReversed().filter(({ name, present }) => !name.given && !present);
    for (const { id } of oldest.slice(0, Math.max(0, runs.length - MOST_RUNS))) await store.remove(id);
  }
}

const troubleOf = (error: unknown): Trouble =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
