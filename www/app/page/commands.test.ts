import { expect, it, vi } from 'vitest';
import { Failed } from '../../engine/failure/failure';
import { createState } from '../../features/testing';
import { type Command, createSend, type Handlers } from '../send';
import { pageCommands, reportsTo, toldOf } from './commands';

const missing = new Failed({ kind: 'missing', path: '/a', status: 404 });

it('tries again all that failed and may go well, and forgets it then', () => {
  const state = createState();
  const report = reportsTo(state);
  const commands = pageCommands(state);
  const [one, other, hopeless] = [vi.fn(), vi.fn(), vi.fn()];
  report(missing, one);
  report(missing, one);
  report(missing, other);
  report(new Failed({ kind: 'noWebAssembly' }), hopeless);
  expect(state.page.problem.value).toEqual({ kind: 'noWebAssembly' });
  commands['try again']({ do: 'try again' });
  expect([one, other, hopeless].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
  expect([state.page.problem.value, state.page.again.value]).toEqual([undefined, []]);
});

it('tells all that is wrong with an address, each part once', () => {
  const state = createState();
  const report = reportsTo(state);
  const part = (name: string, came: string) => ({ name, came, expected: ['a'] });
  for (const misread of [[part('model', 'b')], [part('z', 'c')], [part('z', 'd'), part('grid', 'e')]])
    report(new Failed({ kind: 'address', misread }));
  expect(state.page.problem.value).toEqual({
    kind: 'address',
    misread: [part('model', 'b'), part('z', 'd'), part('grid', 'e')],
  });
});

it('sends a command that failed again when that is asked for', async () => {
  const state = createState();
  const load = vi.fn(async () => Promise.reject(missing));
  const handlers = { 'list models': load, ...pageCommands(state) } as never as Handlers<Command>;
  const send = createSend([handlers], reportsTo(state));
  send({ do: 'list models' });
  await vi.waitFor(() => expect(state.page.again.value).toHaveLength(1));
  send({ do: 'try again' });
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2));
});

it('puts away what is told of a command that goes well when it is sent anew, and nothing else', async () => {
  const state = createState();
  const answers: Record<string, () => Promise<void>> = {};
  const handlers = {
    'bring in': ({ file }: { file: string }) => answers[file]?.(),
    'list models': async () => Promise.reject(missing),
  } as never as Handlers<Command>;
  const send = createSend([handlers], reportsTo(state), toldOf(state));
  const bringIn = (file: string) => send({ do: 'bring in', file } as never);
  answers.broken = async () => Promise.reject(new Failed({ kind: 'savedGone' }));
  answers.whole = async () => {};
  // Of several at once the one that failed is told.
  for (const file of ['broken', 'whole']) bringIn(file);
  await vi.waitFor(() => expect(state.page.problem.value).toEqual({ kind: 'savedGone' }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(state.page.problem.value).toEqual({ kind: 'savedGone' });
  bringIn('whole');
  await vi.waitFor(() => expect(state.page.problem.value).toBeUndefined());
  send({ do: 'list models' });
  await vi.waitFor(() => expect(state.page.again.value).toHaveLength(1));
  bringIn('whole');
  await new Promise((resolve) => setTimeout(resolve));
  expect(state.page.problem.value).toMatchObject({ kind: 'missing' });
});
