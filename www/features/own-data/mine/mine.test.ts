import { beforeEach, expect, it, vi } from 'vitest';
import { storeChanged, stored } from '../../../app/stored';
import { createState } from '../../testing';
import { en } from './en';
import { Mine, nameOf } from './mine';
import { countWords } from './view';
import { zh } from './zh';

vi.mock('./style.css', () => ({}));
vi.mock('../../../app/stored');
beforeEach(() => {
  let kept: unknown;
  vi.mocked(stored).mockImplementation(async () => kept as undefined);
  vi.mocked(storeChanged).mockImplementation(async (_, change) => {
    const now = change(kept as undefined);
    kept = now;
    return now;
  });
});

function at() {
  const state = createState();
  const clear = vi.fn();
  const mine = new Mine(state, async (drawing) => (drawing[0] ? drawing : undefined));
  const add = async (ink: number, name: string) => {
    state.input.shown.value = { kind: 'drawing', ink: () => Uint8Array.of(ink), side: 1, since: undefined };
    await mine.add(name, clear);
  };
  const here = () => state.ownData.mine.value?.map((drawn) => `${drawn.pixels[0]} ${drawn.class}`);
  const undo = () => state.undo.offered.value?.undo();
  return { state, mine, clear, add, here, undo };
}

it('takes in what lies on the pad, clears it, and keeps it', async () => {
  const { add, clear, here, state, mine } = at();
  await add(1, 'heart');
  await add(2, '');
  // Without ink there is nothing.
  await add(0, 'heart');
  expect(here()).toEqual(['1 heart', '2 mine']);
  expect(clear).toHaveBeenCalledTimes(3);
  expect(await stored('mine')).toEqual(state.ownData.mine.value);
  state.input.shown.value = { kind: 'sample', index: 0, label: 0, pixels: Uint8Array.of(9), split: 't10k' };
  await mine.add('', clear);
  expect(here()).toHaveLength(2);
});

it('finds what was kept at the visit before', async () => {
  await storeChanged('mine', () => [{ pixels: Uint8Array.of(7), class: 'star' }]);
  const { mine, add, here } = at();
  await mine.list();
  await add(8, 'star');
  expect(here()).toEqual(['7 star', '8 star']);
});

it('gives back one or all, and undoes it beside what was added since', async () => {
  const { mine, add, here, undo } = at();
  for (const ink of [1, 2, 3]) await add(ink, 'a');
  await mine.take(1);
  expect(here()).toEqual(['1 a', '3 a']);
  await add(4, 'a');
  await undo();
  expect(here()).toEqual(['1 a', '2 a', '3 a', '4 a']);
  await mine.clear();
  expect(here()).toEqual([]);
  await add(5, 'a');
  await undo();
  expect(here()).toEqual(['1 a', '2 a', '3 a', '4 a', '5 a']);
});

it('loses nothing of what two tabs add and take back, and shows it in both', async () => {
  const [one, other] = [at(), at()];
  for (const { mine } of [one, other]) await mine.list();
  await Promise.all([one.add(1, 'a'), other.add(2, 'b')]);
  await one.add(3, 'a');
  for (const { here } of [one, other]) await vi.waitFor(() => expect(here()).toEqual(['1 a', '2 b', '3 a']));
  // In the same moment, before either has heard of the other: each takes back what its person saw.
  await Promise.all([one.mine.take(0), other.mine.take(1)]);
  for (const { here } of [one, other]) await vi.waitFor(() => expect(here()).toEqual(['3 a']));
  await other.undo();
  await vi.waitFor(() => expect(one.here()).toHaveLength(2));
});

it('holds what finds no room until there is some, and says so', async () => {
  const { mine, add, here, state } = at();
  await add(1, 'a');
  const full = new DOMException('no room', 'QuotaExceededError');
  vi.mocked(storeChanged).mockRejectedValueOnce(full).mockRejectedValueOnce(full);
  await add(2, 'a');
  await mine.take(0);
  expect(here()).toEqual(['2 a']);
  expect(await stored('mine')).toHaveLength(1);
  expect(state.ownData.trouble.value).toBe('full');
  await Promise.all([add(3, 'a'), mine.take(9)]);
  expect(here()).toEqual(['2 a', '3 a']);
  expect(await stored('mine')).toEqual(state.ownData.mine.value);
  expect(state.ownData.trouble.value).toBeUndefined();
});

it('counts up to twenty, two at least, in both languages', () => {
  expect([0, 1, 8, 20].map((count) => countWords(count, en))).toEqual([
    'Nothing is added yet.',
    'One of 20: one more at least, to train on one and to test on the other.',
    '8 of 20; a few more make a better map.',
    '20 drawings: enough for a map.',
  ]);
  expect(countWords(8, zh)).toBe('8 / 20：再多画几个，地图会更好。');
});

it('is called by its classes', () => {
  const drawn = (name: string) => ({ pixels: Uint8Array.of(1), class: name });
  expect(nameOf([drawn('heart'), drawn('star'), drawn('heart')], false)).toBe('heart, star');
  expect(nameOf([drawn('heart')], true)).toBe('heart + MNIST');
});
