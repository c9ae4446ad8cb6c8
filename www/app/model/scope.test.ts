// Random changes of the model, inputs and late answers: no answer of one model is ever shown with another.

import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import { shownData } from '../../ui/shown-data';
import { DEFAULT_RUN } from '../settings/schema';
import { tell } from './fake-explorer';
import { type Change, RandomPage } from './random-page';
import type { Inputs, Kind } from './watched';

const key = ({ from }: Inputs) => String(from);

/** What follows the model in the ways that features do. */
const FOLLOWERS: readonly Kind[] = [
  {},
  { key },
  { key, whole: true },
  { key, stays: true },
  { key, rest: 20 },
  { key, rest: 20, restWithSameInputs: 500 },
  {
    key,
    /** In parts, as the map is drawn. */
    async ask(it, { from }, { part, overtaken }) {
      part(await tell(it, from));
      return overtaken.aborted ? undefined : tell(it, from);
    },
  },
];

type Move =
  | { do: 'let through'; which: number; fails: boolean }
  | { do: 'pass time'; milliseconds: number }
  | { do: 'set'; follower: number; inputs: number | undefined }
  | Change;

const which = fc.nat(20);
const latentSize = fc.integer({ min: 1, max: 3 });
const any = <Name extends Move['do']>(...names: Name[]) => fc.constantFrom(...names);

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ do: any('let through'), which, fails: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: any('pass time'), milliseconds: fc.nat(600) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: any('set'),
      follower: fc.nat(FOLLOWERS.length - 1),
      inputs: fc.option(fc.nat(2), { nil: undefined }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: any('train') }) },
  { weight: 2, arbitrary: fc.record({ do: any('ship', 'begin'), latentSize }) },
  { weight: 2, arbitrary: fc.record({ do: any('visit'), which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: any('complete', 'show shipped', 'go on elsewhere', 'show run', 'hold', 'ask once'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: any('visit what is broken', 'train what is broken') }) },
);

async function make(page: RandomPage, move: Move) {
  if (move.do === 'let through') await page.letThrough(move.which, move.fails);
  else if (move.do === 'pass time') await vi.advanceTimersByTimeAsync(move.milliseconds);
  else if (move.do === 'set') page.followers[move.follower]?.set(move.inputs);
  else page.change(move);
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

it('never shows an answer with another model, and in the end the present one’s to the present inputs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { maxLength: 60, size: 'max' }), async (moves) => {
      const page = new RandomPage(FOLLOWERS);
      await page.open();
      for (const move of moves) await make(page, move);
      await page.settle();
      page.checkQuiet();
    }),
    { numRuns: 200 },
  );
}, 60_000);

it('reports what hears of a snapshot and fails: the explorer and the trainer are not to blame', async () => {
  const page = new RandomPage([]);
  await page.open();
  page.scope.onSnapshot(async () => {
    throw new Error('No room.');
  });
  page.change({ do: 'begin', latentSize: 2 });
  await page.settle();
  await Promise.all([page.train(), page.settle()]);
  expect(page.problems).toEqual([new Error('No room.')]);
});

it('tells the page of which data the shown model is', async () => {
  const page = new RandomPage([]);
  await page.open();
  const summary = { config: DEFAULT_RUN.model, data: { ...SITE_DATA, width: 4 }, inkBox: 20, parameters: 9 };
  page.scope.opened({ version: 1, summary });
  expect(shownData.value).toEqual(summary.data);
  page.scope.opened({ version: 2, summary: { ...summary, data: SITE_DATA } });
  expect(shownData.value).toEqual(SITE_DATA);
});
