// What is done with the runs that are kept in this browser.

import { batch } from '@preact/signals-core';
import { keyOfData, useDataOf } from '../../app/data/use';
import { recipeOf } from '../../app/model/recipe';
import { givenWhole } from '../../app/model/whole-model';
import type { Page } from '../../app/page';
import { runNameWords } from '../../app/run/words';
import type { Handlers } from '../../app/send';
import { placeTuned } from '../../app/settings/form';
import { dataOf } from '../../engine/data/spec';
import { Failed, failureOf } from '../../engine/failure/failure';
import { text } from '../../ui/text';
import { aboutOf, nameOfFile, trainedOn } from './about';
import { fileNameOf, runOfFile, saveSafetensors } from './files';
import type { KeptRuns } from './kept-runs';
import type { Saver } from './saver';
import type { SavedMoment } from './schema';
import type { SavedRun } from './state';
import type { Contents } from './store';
import { hold, isHeld } from './tabs';

export type SavedCommand =
  /** In place of the present run, which is kept; it trains on at once, or stands still. */
  | { do: 'open saved'; id: string; trains: boolean }
  | { do: 'leave offered' }
  /** The history of a run that was kept, for the present one, which goes on from it. */
  | { do: 'bring moments'; of: number }
  /** A model or a run from a file, among those that are saved; it is opened. */
  | { do: 'bring in'; file: File }
  | { do: 'take out'; id: string }
  /** Of the model that is shown, whatever it is. */
  | { do: 'take out shown'; half: boolean }
  | { do: 'rename saved'; id: string; given: string }
  /** One of the runs to compare. */
  | { do: 'rename kept'; run: number; given: string }
  | { do: 'duplicate saved'; id: string }
  | { do: 'delete saved'; id: string };

export function savedCommands(page: Page, saver: Saver, keptRuns: KeptRuns): Handlers<SavedCommand> {
  const { state, training, explorer, model, base, send } = page;
  const { saved } = state;

  async function held(id: string) {
    const release = await hold(id);
    if (!release) throw new Failed({ kind: 'otherTab' });
    return release;
  }

  /** Its next saving there would undo what is done here. */
  async function refuseElsewhere(id: string) {
    if (id === saved.present.value || !(await isHeld(id))) return;
    await saver.list();
    throw new Failed({ kind: 'otherTab' });
  }

  async function take({ run, file, moments }: { run: SavedRun } & Contents, trains: boolean) {
    await useDataOf(page, run);
    keptRuns.takeUp(run.id);
    await training.discard();
    batch(() => {
      state.runs.name.value = run.name;
      state.run.history.value = file.history;
      state.run.before.value = run.before;
      state.run.texts.value = run.texts;
      state.run.test.value = run.test;
      state.run.epochTest.value = run.epochTest;
      state.run.progress.value = { position: run.position, imagesPerSecond: 0 };
      placeTuned(state, run.texts);
    });
    const { step, seconds } = run.position;
    const from = { weights: file.checkpoint, step, seconds, ...(run.exact && { exact: true as const }) };
    await training.goOnFrom(from, run.config, trains ? 'run' : 'wait');
    bringMoments(moments);
  }

  /** Before the first of the run's own. */
  function bringMoments(moments: readonly SavedMoment[]) {
    const own = moments.map((moment) => ({ ...moment, run: training.run }));
    const { moments: present } = state.replay;
    present.value = [...own, ...present.peek().filter(({ step: at }) => at > (own.at(-1)?.step ?? -1))];
  }

  return {
    async 'open saved'({ id, trains }) {
      if (id === saved.present.value) return;
      saved.offered.value = undefined;
      const release = await held(id);
      try {
        const kept = await saver.read(id);
        await take(kept, trains);
        await saver.takeUp(id, release, kept.run.position.step);
      } catch (error) {
        release();
        throw error;
      }
    },

    async 'leave offered'() {
      const run = saved.offered.value;
      saved.offered.value = undefined;
      if (run) await saver.change(run.id, { present: false });
    },

    async 'bring moments'({ of }) {
      const { run } = training;
      const moments = await keptRuns.momentsOf(of);
      if (run === training.run) bringMoments(moments);
    },

    async 'bring in'({ file }) {
      const brought = await runOfFile(file, explorer).catch((error: unknown) => {
        const why = failureOf(error);
        throw why.kind === 'fault' ? new Failed({ kind: 'notModel', name: file.name, why }) : error;
      });
      brought.run.dataSet = await keyOfData(page, dataOf(brought.run.config.model));
      await (await saver.storage()).put(brought.run, brought.file, []);
      await saver.list();
      send({ do: 'open saved', id: brought.run.id, trains: false });
    },

    async 'take out'({ id }) {
      const { run, file } = await (await saver.storage()).readFile(id);
      saveSafetensors(file.checkpoint, fileNameOf(runNameWords(run.name)));
    },

    async 'take out shown'({ half }) {
      await givenWhole(state);
      const shown = state.model.shown.peek();
      const recipe = shown && (await recipeOf(page, shown));
      const about = { data: await trainedOn(state, base), recipe };
      const { model: taken, value } = await model.ask((it, model) =>
        it.saved.writeModelFile(half, JSON.stringify(aboutOf(state, model, about))),
      );
      saveSafetensors(value as Uint8Array<ArrayBuffer>, nameOfFile(state, taken, half));
    },

    async 'rename saved'({ id, given }) {
      await refuseElsewhere(id);
      const run = saved.runs.value?.find((run) => run.id === id);
      if (id === saved.present.value) state.runs.name.value = { ...state.runs.name.value, given };
      if (run) await saver.change(id, { name: { ...run.name, given } });
    },

    async 'rename kept'({ run, given }) {
      const id = keptRuns.idOf(run);
      try {
        if (id) await refuseElsewhere(id);
        keptRuns.rename(run, given);
      } catch (error) {
        keptRuns.showAnew();
        throw error;
      }
    },

    async 'duplicate saved'({ id }) {
      const store = await saver.storage();
      const { run, ...contents } = await saver.read(id);
      const given = text.value.saved.copyOf(runNameWords(run.name));
      const copy = { ...run, id: crypto.randomUUID(), present: false, savedAt: Date.now() };
      await store.write({ ...copy, name: { ...run.name, given }, kept: undefined }, contents);
      await saver.list();
    },

    async 'delete saved'({ id }) {
      const store = await saver.storage();
      await refuseElsewhere(id);
      const { run, ...contents } = await store.read(id);
      await store.remove(id);
      await saver.list();
      state.undo.offered.value = {
        words: () => text.value.saved.deleted(runNameWords(run.name)),
        async undo() {
          await store.write(run, contents);
          await saver.list();
        },
        home: '#saved-title',
      };
    },
  };
}
