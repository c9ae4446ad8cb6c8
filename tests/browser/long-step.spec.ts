// A step that takes seconds: the page says that it goes on.

import { expect, open, parts, test } from './page';

test('a start whose first step takes long is never silent for long', async ({ page }) => {
  await open(page, '?backend=cpu&latentSize=64&hiddenSizes=2048&batchSize=4096');
  const { training, start, status, pause, reset } = parts(page);
  const silences = await training.evaluateHandle((watched) => {
    const news: number[] = [];
    new MutationObserver(() => news.push(performance.now())).observe(watched, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    return news;
  });
  await start.click();
  const words = training.getByText(/^A step of 4,096 images takes about/);
  await expect(words).toBeVisible();
  await expect(training.getByRole('progressbar', { name: 'Progress of the step' })).toBeVisible();
  await expect(status).not.toContainText('Epoch');
  await expect(status).toContainText('Epoch 1', { timeout: 60_000 });
  const news = await silences.jsonValue();
  const longest = Math.max(...news.map((at, index) => at - (news[index - 1] ?? at)));
  expect(longest).toBeLessThan(1000);

  // What was begun before a pause ends first, and says so.
  await pause.click();
  await expect(training.getByText(/^The step under way ends first\./)).toBeVisible();
  await expect(training.getByText(/^The step under way/)).toBeHidden({ timeout: 60_000 });
  await reset.click();
  await expect(training.locator('#long-step')).toBeHidden();
});
