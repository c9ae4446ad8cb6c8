import { expect, it } from 'vitest';
import { readPage } from '../../setup/markup';
import { placed } from './place';
import { STEPS } from './steps';

it('has five steps, each at something that the page has', () => {
  const markup = readPage();
  expect(STEPS).toHaveLength(5);
  for (const at of STEPS.flatMap(({ at, ofItems, ofWords }) => [at, ofItems, ofWords]))
    expect(markup, at).toMatch(
      at.startsWith('#') ? `id="${at.slice(1)}"` : new RegExp(`class="[^"]*\\b${at.slice(1)}\\b`),
    );
});

const WINDOW = [1000, 700] as const;
const BOX = [300, 120] as const;
const at = (left: number, top: number, width: number, height: number) =>
  placed({ left, top, width, height }, BOX, WINDOW);

it('stands beside its element where there is room, and at the foot of the window where there is none', () => {
  expect(at(400, 100, 200, 200)).toEqual({ side: 'below', left: 350, top: 314, arrow: 150 });
  expect(at(400, 500, 200, 150).side).toBe('above');
  expect(at(10, 5, 200, 690).side).toBe('right');
  expect(at(790, 5, 200, 690).side).toBe('left');
  expect(at(0, 0, 1000, 700)).toMatchObject({ side: 'foot', top: 572 });
});

it('stays in the window, with its arrow at the element', () => {
  const { left, arrow } = at(960, 100, 30, 30);
  expect(left + BOX[0]).toBeLessThanOrEqual(WINDOW[0]);
  expect(left + arrow).toBe(975);
});
