import { expect, it, vi } from 'vitest';
import type { DataSpec } from '../../engine/protocol';
import { showData } from '../../ui/shown-data';
import { bytesOf } from '../../ui/written';
import { createState } from '../testing';
import { textsCommands } from './commands';

const data: DataSpec = {
  kind: 'text',
  width: 4,
  height: 1,
  channels: 2,
  classes: ['?'],
  items: ['a', 'b', ' '],
  colour: false,
};

function open() {
  showData(data);
  const state = createState();
  const send = vi.fn();
  return { state, send, commands: textsCommands(state, send) };
}

it('writes what can be read', () => {
  const { state, send, commands } = open();
  commands['type text']({ do: 'type text', typed: ' AB a ' });
  expect(send.mock.calls).toEqual([[{ do: 'choose text', pixels: bytesOf(['a', 'b', ' ', 'a'], data) }]]);
  expect(state.texts.typed.value).toBe(' AB a ');
});

it('keeps what was written while the next cannot be read, and leaves nothing behind', () => {
  const { state, send, commands } = open();
  for (const typed of ['abc', 'ababa', 'ab!']) commands['type text']({ do: 'type text', typed });
  expect(send).not.toHaveBeenCalled();
  commands['type text']({ do: 'type text', typed: '  ' });
  expect(send).not.toHaveBeenCalled();
  state.input.shown.value = { kind: 'text', pixels: new Uint8Array(8) };
  commands['type text']({ do: 'type text', typed: '' });
  expect(send.mock.calls).toEqual([[{ do: 'clear' }]]);
});
