import { expect, it } from 'vitest';
import { record, redo, undo, untouched } from './undoable';

const drawn = (...steps: string[]) => steps.reduce(record, untouched(''));

it('takes steps back one by one, and does them again', () => {
  const two = drawn('a', 'ab');
  expect(undo(two).present).toBe('a');
  expect(undo(undo(two)).present).toBe('');
  expect(redo(undo(two))).toEqual(two);
  expect(redo(redo(undo(undo(two))))).toEqual(two);
});

it('stays where it is at either end', () => {
  const none = untouched('');
  expect(undo(none)).toBe(none);
  expect(redo(none)).toBe(none);
  expect(redo(drawn('a'))).toEqual(drawn('a'));
});

it('forgets what was undone when something else is done', () => {
  const other = record(undo(drawn('a', 'ab')), 'ac');
  expect(other.future).toEqual([]);
  expect(redo(other).present).toBe('ac');
  expect(undo(other).present).toBe('a');
});

it('brings back what was cleared', () => {
  expect(undo(drawn('a', 'ab', '')).present).toBe('ab');
});

it('remembers a hundred steps', () => {
  const many = drawn(...Array.from({ length: 150 }, (_, step) => String(step)));
  expect(many.past).toHaveLength(100);
  expect(many.past[0]).toBe('49');
});
