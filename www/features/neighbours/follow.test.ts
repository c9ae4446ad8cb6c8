import { wrap } from 'comlink';
import { expect, it, vi } from 'vitest';
import type { ModelScope } from '../../app/model/scope';
import { createState } from '../testing';
import { followNeighbours } from './follow';

type Ask = (it: unknown) => Promise<unknown>;

it('hears how many are encoded, and leaves no way to the explorer open', async () => {
  const asks: Ask[] = [];
  const follow = ({ ask }: { ask: Ask }) => void asks.push(ask);
  const state = createState();
  followNeighbours(state, { follow } as unknown as Pick<ModelScope, 'follow'>);
  const ended = vi.fn();
  const encode = async (_: number, port: MessagePort) => {
    port.addEventListener('close', ended);
    await wrap<(done: number) => void>(port)(40);
    return 100;
  };
  for (let time = 1; time <= 2; time++) {
    state.neighbours.encoded.value = 0;
    expect(await asks[0]?.({ neighbours: { encode } })).toBe(100);
    expect(state.neighbours.encoded.value).toBe(40);
    await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(time));
  }
});
