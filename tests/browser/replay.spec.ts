import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { stepsPerEpoch } from './data';
import { expect, open, parts, picture, seriousViolations, settled, shows, test } from './page';

const BATCH = 64;
const TINY = '?backend=cpu&threads=1&hiddenSizes=16&batchSize=64';

function replayParts(page: Page) {
  const { latent } = parts(page);
  return {
    latent,
    timeline: latent.getByLabel('History of the run'),
    now: latent.getByRole('button', { name: 'Back to now' }),
    play: latent.getByRole('button', { name: 'Play the history' }),
  };
}

/** Trains until there is something to look back on. */
async function train(page: Page) {
  await open(page, TINY);
  const { timeline } = replayParts(page);
  await expect(timeline).toBeHidden();
  await parts(page).start.click();
  await expect.poll(async () => Number(await timeline.getAttribute('max'))).toBeGreaterThan(5);
}

test('a paused run is seen as it was, and as it is again', async ({ page }) => {
  await train(page);
  const { map, input, output, pause, reset, status } = parts(page);
  const { latent, timeline, now } = replayParts(page);
  await pause.click();
  await expect(status).toContainText('Paused');
  await input.getByRole('button', { name: 'Random test digit' }).click();
  await expect(output).toContainText('KL term');
  await expect(latent).toContainText(/Now: step [\d,]+/);
  const read = () => output.getByRole('definition').allInnerTexts();
  // The last model of the run may still be on its way to the digit, and from there to the map.
  let [terms, present]: [string[], string] = [[], ''];
  await expect
    .poll(
      async () => {
        const before = terms.join() + present;
        [terms, present] = [await read(), await settled(map)];
        return terms.join() + present === before && /\d/.test(terms.join());
      },
      { intervals: [800] },
    )
    .toBe(true);

  await timeline.focus();
  await page.keyboard.press('Home');
  await expect(timeline).toHaveAttribute('aria-valuetext', 'The past: step 0, epoch 1');
  await expect.poll(() => picture(map)).not.toBe(present);
  await expect.poll(read).not.toEqual(terms);
  await page.keyboard.press('ArrowRight');
  const PAST = /The past: step ([1-9][\d,]*), epoch (\d+)/;
  await expect(latent).toContainText(PAST);
  const [, step = '', epoch] = PAST.exec(await latent.innerText()) ?? [];
  expect(Number(epoch)).toBe(Math.ceil(Number(step.replaceAll(',', '')) / stepsPerEpoch(BATCH)));

  await now.click();
  await expect.poll(() => shows(map, present)).toBe(true);
  await expect.poll(read).toEqual(terms);
  await expect(timeline).toBeFocused();

  await reset.click();
  await expect(timeline).toBeHidden();
  await expect(latent).toContainText('see how the map formed');
});

test('training goes on behind the past, which stays until it is left', async ({ page }) => {
  await train(page);
  const { map, status } = parts(page);
  const { latent, timeline, now } = replayParts(page);
  await timeline.fill('1');
  await expect(latent).toContainText('The past');
  await page.waitForTimeout(300);
  expect(await seriousViolations(page, '.replay')).toEqual([]);
  const past = await settled(map);
  const words = await status.innerText();
  await page.waitForTimeout(600);
  expect(await picture(map)).toBe(past);
  expect(await status.innerText()).not.toBe(words);
  await now.click();
  await expect.poll(() => picture(map)).not.toBe(past);
});

test('the history plays up to the present, and is saved as an animation', async ({ page }) => {
  await train(page);
  const { latent, play } = replayParts(page);
  await parts(page).pause.click();
  await page.getByText('Save results').click();
  const save = page.getByRole('button', { name: 'History of the map (GIF)' });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect((await readFile(await download.path())).subarray(0, 6).toString()).toBe('GIF89a');

  const speed = latent.getByLabel('Speed');
  await speed.selectOption('0.5×');
  await play.click();
  await expect(latent).toContainText('The past: step');
  await expect(latent.getByRole('button', { name: 'Pause the history' })).toBeVisible();
  await speed.selectOption('4×');
  await expect(latent).toContainText('Now: step');
  await expect(play).toBeVisible();
});
