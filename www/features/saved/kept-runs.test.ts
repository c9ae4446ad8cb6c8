import { expect, it, vi } from 'vitest';
import { emptyHistory } from '../../app/run/history';
import type { KeptRun } from '../../app/run/kept';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import { createState } from '../testing';
import { KeptRuns } from './kept-runs';
import type { Saver } from './saver';
import type { SavedRun } from './state';

type Found = { run: SavedRun; file: object; moments: readonly object[] };

/** A storage in memory. */
function opened(state = createState(), saved = new Map<string, Found>()) {
  const read = async (id: string) => saved.get(id);
  const saver = {
    opened: async () => ({ readFile: read }),
    read,
    change: vi.fn(async (id: string, changes: object) => {
      Object.assign(saved.get(id)?.run ?? {}, changes);
    }),
    write: vi.fn(
      async (run: SavedRun, file: object, moments: readonly object[]) =>
        void saved.set(run.id, { run, file, moments }),
    ),
  };
  const list = () => {
    state.saved.runs.value = [...saved.values()].map(({ run }) => run);
  };
  list();
  return { state, saved, saver, runs: new KeptRuns(state, saver as unknown as Saver) };
}

/** A reset of the run, after which it is one of those to compare. */
function reset({ state, runs }: ReturnType<typeof opened>, run: number, exact = true) {
  const { kept } = state.runs;
  const number = kept.peek().length + 1;
  const it: KeptRun = {
    ...{ run, name: { number, given: '' }, look: number - 1, overlaid: true, history: emptyHistory() },
    ...{ config: PLAIN, texts: {}, before: [], test: undefined, epochTest: undefined, ending: undefined },
    position: { epoch: 1, step: 9, stepInEpoch: 9, stepsPerEpoch: 10, images: 90, seconds: 1 },
    ...{ weights: Uint8Array.of(run), step: 9, exact },
  };
  kept.value = [...kept.peek(), it];
  runs.keep(run);
}

it('has the runs to compare again on the next page, to be trained on where they stood', async () => {
  const first = opened();
  for (const run of [3, 5]) reset(first, run);
  const next = opened(createState(), first.saved);
  await next.runs.restore();
  const kept = next.state.runs.kept.value;
  expect(kept).toMatchObject([
    { name: { number: 1 }, look: 0, step: 9, exact: true, weights: Uint8Array.of(3) },
    { name: { number: 2 }, look: 1, step: 9, exact: true, weights: Uint8Array.of(5) },
  ]);
  expect(new Set(kept.map(({ run }) => run)).size).toBe(2);
  expect(next.state.runs.name.value.number).toBe(3);
});

it('brings the history of one to the run that goes on from it', async () => {
  const page = opened();
  const moments = [{ run: 3, step: 4, weights: Uint8Array.of(4) }];
  page.state.replay.moments.value = moments;
  reset(page, 3, true);
  page.state.replay.moments.value = [];
  expect(await page.runs.momentsOf(3)).toEqual(moments);
  expect(await page.runs.momentsOf(4)).toEqual([]);
});

it('keeps their names, and forgets that one was among them when it goes', async () => {
  const page = opened();
  for (const run of [3, 5]) reset(page, run);
  const { kept } = page.state.runs;
  kept.value = kept.value.map((run) =>
    run.run === 3 ? { ...run, name: { number: 1, given: 'mine' } } : run,
  );
  kept.value = kept.value.filter(({ run }) => run !== 5);
  const runs = [...page.saved.values()].map(({ run }) => run);
  expect(runs).toMatchObject([{ name: { given: 'mine' }, kept: { look: 0 } }, { kept: undefined }]);
});

it('leaves the checkpoint of a run that could not be kept whole', () => {
  const page = opened();
  page.state.saved.present.value = 'saved';
  reset(page, 3, false);
  expect(page.saver.write).not.toHaveBeenCalled();
  expect(page.saver.change).toHaveBeenCalledWith('saved', { kept: { look: 0, overlaid: true } });
});
