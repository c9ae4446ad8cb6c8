// The runs to compare outlive the page: each is a saved run that says how it looks among them.

import { effect, untracked } from '@preact/signals-core';
import type { KeptRun } from '../../app/run/kept';
import type { State } from '../../app/store';
import type { Saver } from './saver';
import type { SavedMoment, SavedWhole } from './schema';
import type { Unsized } from './state';

/** Runs of an earlier page are numbered from here: so many are not begun in one. */
const EARLIER = 1_000_000;

export class KeptRuns {
  /** Where each is saved, and as what. */
  private readonly known = new Map<number, { id: string; as: KeptRun | undefined }>();

  constructor(
    private readonly state: Pick<State, 'runs' | 'saved' | 'replay'>,
    private readonly saver: Saver,
  ) {
    effect(() => {
      const kept = state.runs.kept.value;
      untracked(() => this.follow(kept));
    });
  }

  /** A run that has just become one of them. */
  keep(run: number) {
    const { runs, saved, replay } = this.state;
    const kept = runs.kept.peek().find((each) => each.run === run);
    if (!kept) return;
    const present = saved.present.peek();
    const id = present ?? crypto.randomUUID();
    this.known.set(run, { id, as: kept });
    const entry = entryOf(kept, id);
    // A checkpoint that was saved a little before is worth more than a model alone.
    if (present && !kept.exact) void this.saver.change(id, { kept: entry.kept });
    else {
      const file = { checkpoint: kept.weights as Uint8Array<ArrayBuffer>, history: kept.history };
      void this.saver.write(entry, file, replay.moments.peek());
    }
  }

  /** One that is opened is the present run from then on. */
  takeUp(id: string) {
    const { kept } = this.state.runs;
    kept.value = kept.peek().filter(({ run }) => this.known.get(run)?.id !== id);
  }

  idOf(run: number): string | undefined {
    return this.known.get(run)?.id;
  }

  rename(run: number, given: string) {
    const { kept } = this.state.runs;
    const renamed = (it: KeptRun) => ({ ...it, name: { ...it.name, given } });
    kept.value = kept.peek().map((it) => (it.run === run ? renamed(it) : it));
  }

  /** In place of a name that was typed and is none. */
  showAnew() {
    const { kept } = this.state.runs;
    kept.value = [...kept.peek()];
  }

  /** Its history; none where it is not saved, or damaged, which whoever opens it is told. */
  async momentsOf(run: number): Promise<readonly SavedMoment[]> {
    const id = this.idOf(run);
    const found = id && (await this.saver.read(id).catch(() => undefined));
    return found ? found.moments : [];
  }

  /** Those of the pages before, ahead of what has been kept meanwhile. */
  async restore() {
    const { runs, saved } = this.state;
    const store = await this.saver.opened();
    const marked = (saved.runs.peek() ?? [])
      .filter(({ kept, present }) => kept && !present)
      .sort((one, other) => one.name.number - other.name.number);
    const restored: KeptRun[] = [];
    for (const { id } of marked) {
      // Whoever opens it is told what is wrong with it.
      const found = await store?.readFile(id).catch(() => undefined);
      if (!found) continue;
      const kept = keptOf(found, EARLIER + this.known.size);
      this.known.set(kept.run, { id, as: kept });
      restored.push(kept);
    }
    if (restored.length === 0) return;
    const name = runs.name.peek();
    const next = 1 + Math.max(...restored.map((run) => run.name.number));
    runs.name.value = { ...name, number: Math.max(name.number, next) };
    runs.kept.value = [...restored, ...runs.kept.peek()];
  }

  /** Their new names and looks, and which are none of them any longer. */
  private follow(kept: readonly KeptRun[]) {
    for (const [run, before] of this.known) {
      const now = kept.find((each) => each.run === run);
      if (now === before.as) continue;
      this.known.set(run, { ...before, as: now });
      void this.saver.change(before.id, now ? changesOf(now, before.as) : { kept: undefined });
    }
  }
}

/** A name that has not changed may have, in a tab that is at work on the run by now. */
const changesOf = (now: KeptRun, before?: KeptRun) => ({
  ...(now.name !== before?.name && { name: now.name }),
  kept: lookOf(now),
});

const lookOf = ({ look, overlaid }: KeptRun) => ({ look, overlaid });

function entryOf(kept: KeptRun, id: string): Unsized {
  const { run: _, look, overlaid, history: __, weights: ___, step, position, ...rest } = kept;
  return {
    ...rest,
    id,
    savedAt: Date.now(),
    present: false,
    position: { ...position, step },
    kept: { look, overlaid },
  };
}

function keptOf({ run: entry, file }: SavedWhole, run: number): KeptRun {
  const { id: _, savedAt: __, present: ___, bytes: ____, kept, ...rest } = entry;
  return {
    ...rest,
    run,
    look: kept?.look ?? 0,
    overlaid: kept?.overlaid ?? false,
    history: file.history,
    weights: file.checkpoint,
    step: entry.position.step,
  };
}
