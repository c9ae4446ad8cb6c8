import { beforeEach, expect, it, vi } from 'vitest';
import { store, stored } from '../../../app/stored';
import { createState } from '../../testing';
import { en } from './en';
import { Mine, nameOf } from './mine';
import { countWords } from './view';
import { zh } from './zh';

vi.mock('./style.css', () => ({}));
vi.mock('../../../app/stored', () => ({ stored: vi.fn(async () => undefined), store: vi.fn() }));
beforeEach(() => vi.clearAllMocks());

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
  expect(store).toHaveBeenLastCalledWith('mine', state.ownData.mine.value);
  state.input.shown.value = { kind: 'sample', index: 0, label: 0, pixels: Uint8Array.of(9), split: 't10k' };
  await mine.add('', clear);
  expect(here()).toHaveLength(2);
});

it('finds what was kept at the visit before', async () => {
  vi.mocked(stored).mockResolvedValueOnce([{ pixels: Uint8Array.of(7), class: 'star' }]);
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
