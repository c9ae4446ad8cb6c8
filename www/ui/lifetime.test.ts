import { signal } from '@preact/signals-core';
import { expect, it, vi } from 'vitest';
import { watchValue } from './lifetime';

it('writes what was read once, until another is found there', () => {
  const [number, end, write] = [signal(2), new AbortController(), vi.fn()];
  watchValue(end.signal, () => (number.value % 2 === 0 ? 'even' : 'odd'), write);
  number.value = 4;
  expect(write.mock.calls).toEqual([['even']]);
  number.value = 5;
  expect(write.mock.calls).toEqual([['even'], ['odd']]);
  end.abort();
  number.value = 6;
  expect(write).toHaveBeenCalledTimes(2);
});
