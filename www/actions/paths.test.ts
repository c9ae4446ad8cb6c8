import { expect, it } from 'vitest';
import { createState } from '../store';
import { mapActions } from './map';
import { pathsActions } from './paths';

const fail = (): never => {
  throw new Error('Nothing was to be asked.');
};

function open() {
  const state = createState('automatic');
  const explorer = { ask: fail };
  return { state, actions: { ...pathsActions(state, explorer), ...mapActions(state, explorer, fail) } };
}

it('switches the path on to draw one, and ends drawing when it is switched off', () => {
  const { state, actions } = open();
  const switched = (on: boolean) => actions['switch layer']({ do: 'switch layer', id: 'path', on });
  switched(false);
  actions['draw path']({ do: 'draw path', drawing: true });
  expect([state.mapLayers.value.get('path'), state.drawingPath.value]).toEqual([true, true]);
  switched(false);
  expect([state.mapLayers.value.get('path'), state.drawingPath.value]).toEqual([false, false]);
});
