// How a walk looks at the page and acts on it, by the ids of its elements.

import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

/** A compiler may run beside. */
export const PATIENCE_MS = 90_000;

/** Brings an element into sight, and says where it is. */
function placeOf(selector) {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

/** Whether a canvas shows more than one colour. */
function isInked(selector) {
  const canvas = document.querySelector(selector);
  const context = canvas?.getContext('2d');
  if (!context || canvas.width === 0) return false;
  const words = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  return words.some((word) => word !== words[0]);
}

export function on({ evaluate, drag }) {
  /** Along a path whose points go from 0 to 1 on both sides of an element. */
  async function along(selector, path) {
    const { x, y, width, height } = await evaluate(placeOf, selector);
    await drag(path.map(([right, down]) => [x + right * width, y + down * height]));
  }
  return {
    drag: along,
    click: (selector) => along(selector, [[0.5, 0.5]]),
    heightOf: async (selector) => (await evaluate(placeOf, selector)).height,
    isInked: (selector) => evaluate(isInked, selector),
    picture: (selector) => evaluate((it) => document.querySelector(it).toDataURL(), selector),
    textOf: (selector) => evaluate((it) => document.querySelector(it)?.textContent ?? '', selector),
    count: (selector) => evaluate((it) => document.querySelectorAll(it).length, selector),
    /** As a person does in a list; what browsers show of an open list no driver reaches. */
    select: (selector, value) =>
      evaluate(
        (it, chosen) => {
          const list = document.querySelector(it);
          list.value = chosen;
          list.dispatchEvent(new Event('change', { bubbles: true }));
        },
        selector,
        value,
      ),
    /** Waits until a question is answered by yes. */
    async until(isSo, expected) {
      const end = Date.now() + PATIENCE_MS;
      while (!(await isSo())) {
        assert.ok(Date.now() < end, `Expected within ${PATIENCE_MS / 1000} s: ${expected}.`);
        await wait(50);
      }
    },
  };
}
