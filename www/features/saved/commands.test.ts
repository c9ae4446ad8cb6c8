import { afterEach, expect, it, vi } from 'vitest';
import type { Page } from '../../app/page';
import type { KeptRun } from '../../app/run/kept';
import { createState } from '../testing';
import { savedCommands } from './commands';
import { KeptRuns } from './kept-runs';
import type { Saver } from './saver';

afterEach(() => vi.unstubAllGlobals());

/** A run to compare that is saved, on which a tab may be at work. */
function compared(isHeld: boolean) {
  const state = createState();
  const change = vi.fn(async (_id: string, _changes: object) => undefined);
  const saver = { change, write: async () => undefined, list: async () => undefined } as unknown as Saver;
  const keptRuns = new KeptRuns(state, saver);
  state.runs.kept.value = [{ run: 3, name: { number: 1, given: '' }, look: 0, overlaid: true } as KeptRun];
  state.saved.present.value = 'saved';
  keptRuns.keep(3);
  state.saved.present.value = undefined;
  const query = async () => ({ held: isHeld ? [{ name: 'latent-explorer run saved' }] : [] });
  vi.stubGlobal('navigator', { locks: { query } });
  change.mockClear();
  return { state, change, commands: savedCommands({ state } as Page, saver, keptRuns) };
}

it('renames a run to compare, also where it is saved', async () => {
  const { state, change, commands } = compared(false);
  await commands['rename kept']({ do: 'rename kept', run: 3, given: 'mine' });
  const name = { number: 1, given: 'mine' };
  expect(state.runs.kept.value).toMatchObject([{ run: 3, name }]);
  expect(change.mock.calls).toEqual([['saved', { name, kept: { look: 0, overlaid: true } }]]);
});

it('does not rename one under a tab that is at work on it, and shows the name that it has', async () => {
  const { state, change, commands } = compared(true);
  const before = state.runs.kept.value;
  const renaming = commands['rename kept']({ do: 'rename kept', run: 3, given: 'mine' });
  await expect(renaming).rejects.toMatchObject({ failure: { kind: 'otherTab' } });
  expect(state.runs.kept.value).toEqual(before);
  expect(state.runs.kept.value).not.toBe(before);
  // What is laid over the curves here is nothing of its name.
  state.runs.kept.value = before.map((run) => ({ ...run, overlaid: false }));
  expect(change.mock.calls).toEqual([['saved', { kept: { look: 0, overlaid: false } }]]);
});
