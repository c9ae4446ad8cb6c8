import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { record, undo, untouched } from '../../app/undoable';
import { fakePaths } from './fake-paths';
import { inkOf } from './inking';
import { revived, storable } from './keep-drawing';
import { continueStroke, startStroke } from './strokes';

beforeAll(() => void fakePaths());
afterAll(() => {
  vi.unstubAllGlobals();
});

it('is stored and comes back with its ink and its steps, whose strokes are one and the same', () => {
  const stroke = startStroke(40, 50, { width: 22, erases: false });
  for (const [x, y] of [
    [80, 60],
    [120, 200],
    [130, 90],
  ] as const)
    continueStroke(stroke, x, y, 22);
  const dot = startStroke(200, 200, { width: 10, erases: true, colour: '#12ab00' });
  const history = undo(record(record(untouched([]), [stroke]), [stroke, dot]));
  const back = revived(structuredClone(storable(history)));
  expect(back.past).toEqual([[]]);
  const [present, after] = [back.present, back.future[0]] as (readonly (typeof stroke)[])[];
  expect(inkOf(present ?? [], 28)).toEqual(inkOf([stroke], 28));
  expect(inkOf(after ?? [], 28)).toEqual(inkOf([stroke, dot], 28));
  expect(after?.[0]).toBe(present?.[0]);
  expect(after?.[1]?.colour).toBe('#12ab00');
});
