import { afterEach, expect, it, vi } from 'vitest';
import { createState } from '../testing';
import { pathsCommands } from './commands';
import { endDrawingWithLayer } from './follow';

const fail = (): never => {
  throw new Error('Nothing was to be asked.');
};

afterEach(() => vi.unstubAllGlobals());

function open() {
  const state = createState();
  const explorer = { ask: fail };
  endDrawingWithLayer(state);
  return { state, actions: pathsCommands(state, explorer, explorer) };
}

it('switches the path on to draw one, and ends drawing when it is switched off', () => {
  const { state, actions } = open();
  const switched = (on: boolean) => {
    state.map.layers.value = new Map([['path', on]]);
  };
  switched(false);
  actions['draw path']({ do: 'draw path', drawing: true });
  expect([state.map.layers.value.get('path'), state.paths.drawing.value]).toEqual([true, true]);
  switched(false);
  expect([state.map.layers.value.get('path'), state.paths.drawing.value]).toEqual([false, false]);
});

it('goes along a path, and nowhere where there is none', () => {
  const { state, actions } = open();
  const goAlong = () => actions['go along']({ do: 'go along', t: 0.5 });
  state.paths.points.value = [
    [0, 0],
    [2, 0],
  ];
  goAlong();
  expect([state.latent.z.value, state.paths.along.value]).toEqual([[1, 0], 0.5]);
  state.latent.z.value = [0, 0, 0];
  state.paths.points.value = [];
  state.paths.along.value = 0;
  goAlong();
  expect([state.latent.z.value, state.paths.along.value]).toEqual([[0, 0, 0], 0]);
});

it('tours by itself, or for who wants no motion goes to a place of the tour', () => {
  const { state, actions } = open();
  state.latent.z.value = [0, 0, 5];
  state.latent.linked.value = true;
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  actions.tour({ do: 'tour' });
  const [x, y, beside] = state.latent.z.value;
  expect(state.paths.moving.value).toBeUndefined();
  expect([x === 0, y === 0, beside, state.latent.linked.value]).toEqual([false, false, 5, false]);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  actions.tour({ do: 'tour' });
  expect(state.paths.moving.value).toBe('tour');
});
