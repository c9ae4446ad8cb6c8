// How long a hand waits for what follows it: each stroke of a rubber or a pen, answered by a model that is put to use.

import type { Locator, Page } from '@playwright/test';
import { median, percentile } from '../../www/bench/statistics.mjs';
import { expect, open, parts, test } from './page';

/** 19 of 20 strokes wait no longer. */
const MOST_MS = 50;
const STROKES = 40;
/** So long nothing has changed: what was asked before is answered. */
const QUIET_MS = 200;

/** Runs in the page: what changes in a place after each move of the hand, which nothing but an answer of the model changes. */
function recordAnswers(place: Element) {
  const record = { answers: [] as number[], changed: performance.now() };
  let moved: number | undefined;
  for (const kind of ['pointerdown', 'pointermove'] as const) {
    const move = ({ timeStamp }: Event) => {
      moved = timeStamp;
    };
    addEventListener(kind, move, { capture: true });
  }
  new MutationObserver(() => {
    record.changed = performance.now();
    if (moved !== undefined) record.answers.push(record.changed - moved);
    moved = undefined;
  }).observe(place, { childList: true, characterData: true, subtree: true });
  Object.assign(window, { record });
}

interface Recorded {
  answers: readonly number[];
  changed: number;
}

const quiet = (page: Page) =>
  page.waitForFunction(
    (quiet) => performance.now() - (Reflect.get(window, 'record') as { changed: number }).changed > quiet,
    QUIET_MS,
    // Not at each frame: the look would be among what a stroke waits for.
    { polling: QUIET_MS / 4 },
  );

const recorded = (page: Page) => page.evaluate(() => Reflect.get(window, 'record') as Recorded);

/** Short strokes to and fro over the middle of something, each begun when all before are answered; milliseconds each waited. */
async function strokes(page: Page, on: Locator): Promise<readonly number[]> {
  await on.scrollIntoViewIfNeeded();
  const box = await on.boundingBox();
  if (!box) throw new Error('There is nothing to stroke.');
  for (let stroke = 0; stroke < STROKES; stroke++) {
    const [x, y] = [0.3 + (0.4 * (stroke % 8)) / 8, 0.35 + (0.3 * stroke) / STROKES];
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    await page.mouse.down();
    await quiet(page);
    await page.mouse.move(box.x + (x + 0.05) * box.width, box.y + y * box.height);
    await quiet(page);
    await page.mouse.up();
  }
  return (await recorded(page)).answers;
}

for (const [use, answered, pad] of [
  // Its figures go when the first picture of the way comes.
  ['repair', '#repair-words', '#repair-pad'],
  ['enlarge', '.tries', undefined],
] as const) {
  test(`while nothing trains, ${use} answers a stroke within ${MOST_MS} ms`, async ({ page }, {
    annotations,
  }) => {
    await open(page, '?backend=cpu&model=mnist-20d');
    await page.locator('#test-sample').click();
    const panel = page.locator(`#use-${use}`);
    await panel.locator('summary').first().click();
    if (pad) await panel.getByRole('button', { name: 'Lower right quarter' }).click();
    await expect(panel.getByRole('status')).toContainText(pad ? 'Squared error' : 'PSNR');
    await panel.locator(answered).evaluate(recordAnswers);
    const waited = await strokes(page, pad ? panel.locator(pad) : parts(page).pad);
    const [half, most] = [median(waited), percentile(waited, 95)];
    const description = `p50 ${half.toFixed(1)}, p95 ${most.toFixed(1)} ms of ${waited.length} strokes`;
    annotations.push({ type: 'measured', description });
    console.log(`  ${use}: ${description}`);
    expect(waited.length).toBeGreaterThanOrEqual(STROKES);
    expect(most).toBeLessThan(MOST_MS);
  });
}
