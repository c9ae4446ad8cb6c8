import { describe, expect, it } from 'vitest';
import { scrollFor, sideOf } from './in-view';

const seen = { from: 80, to: 740 };

describe('a menu opens', () => {
  it('below its name where it fits there, even where there is more room above', () => {
    expect(sideOf({ top: 400, bottom: 430 }, 250, seen)).toEqual({ side: 'below', height: 300 });
  });

  it('on the side with more room where it fits below not, and is no higher than that', () => {
    expect(sideOf({ top: 500, bottom: 530 }, 450, seen)).toEqual({ side: 'above', height: 410 });
    expect(sideOf({ top: 300, bottom: 330 }, 450, seen)).toEqual({ side: 'below', height: 400 });
  });

  it('never under the bar', () => {
    const { side, height } = sideOf({ top: 250, bottom: 280 }, 330, { from: 80, to: 360 });
    expect(side).toBe('above');
    expect(250 - height).toBeGreaterThanOrEqual(80);
  });
});

describe('the page scrolls', () => {
  it('not for what is seen', () => expect(scrollFor({ from: 100, to: 400 }, seen)).toBe(0));
  it('down to what is below', () => expect(scrollFor({ from: 600, to: 800 }, seen)).toBe(60));
  it('up to what is above, or under the bar', () => expect(scrollFor({ from: 40, to: 200 }, seen)).toBe(-40));
  it('to the top of what is longer than the window', () =>
    expect(scrollFor({ from: 300, to: 1200 }, seen)).toBe(220));
});
