import { expect, it } from 'vitest';
import type { ExplorerClient } from '../../engine/clients/explorer';
import { openModel } from '../../features/testing';
import { inputCommands } from './commands';

/** Test digits that come when they are told to. */
function open() {
  const { state, show } = openModel({});
  show();
  const fetched = new Map<number, () => void>();
  const remote = {
    openTest: async () => 10,
    testSample: (index: number) =>
      new Promise((resolve) =>
        fetched.set(index, () => resolve({ split: 't10k', index, label: 3, pixels: new Uint8Array(784) })),
      ),
  };
  const explorer = {
    ask: (question: (it: { data: typeof remote }) => unknown) => question({ data: remote }),
  };
  const actions = inputCommands(state, explorer as unknown as ExplorerClient);
  const take = (index: number) => actions['take test sample']({ do: 'take test sample', index });
  return { state, actions, take, fetched, show };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('takes the test digit that was asked for last, whichever comes first', async () => {
  const { state, take, fetched } = open();
  void take(1);
  void take(2);
  await settled();
  fetched.get(2)?.();
  await settled();
  fetched.get(1)?.();
  await settled();
  expect(state.input.shown.value).toMatchObject({ kind: 'sample', index: 2 });
});

it('keeps what was drawn while a test digit was on its way', async () => {
  const { state, actions, take, fetched } = open();
  void take(1);
  await settled();
  await actions.draw({ do: 'draw', ink: () => new Uint8Array(4), side: 2, since: undefined });
  fetched.get(1)?.();
  await settled();
  expect(state.input.shown.value.kind).toBe('drawing');
});

it('waits for the explorer', async () => {
  const { state, take, fetched, show } = open();
  state.model.shown.value = undefined;
  void take(1);
  await settled();
  expect(fetched.size).toBe(0);
  show();
  await settled();
  expect(fetched.size).toBe(1);
});
