// A part of the picture erased, and inferred from the rest; a small picture made large.

import { expect, inked, open, picture, seriousViolations, test } from './page';

test('what is rubbed out is repaired under the hand, and could be several things', async ({ page }) => {
  await open(page, '?model=mnist-10d');
  await page.locator('#use-repair > summary').click();
  const panel = page.locator('#use-repair');
  const words = panel.locator('#repair-words');
  await expect(words).toContainText('Draw a picture above');
  await page.locator('#test-sample').click();
  await expect(words).toContainText('Nothing is erased yet');
  const [pad, result] = [panel.locator('#repair-pad'), panel.locator('#repair-result')];
  await pad.scrollIntoViewIfNeeded();
  // The frame of what is to come is one for a picture.
  const frame = await result.boundingBox();
  expect(frame?.height).toBe(frame?.width);
  const box = await pad.boundingBox();
  if (!box) throw new Error('The pad is nowhere.');
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.4, 0.6));
  await page.mouse.down();
  await page.mouse.move(...at(0.6, 0.6), { steps: 4 });
  await expect.poll(() => inked(result)).toBe(true);
  await page.mouse.up();
  await expect(words).toContainText(/Squared error .*: \d\.\d{3}, mean training picture \d\.\d{3}/, {
    timeout: 60_000,
  });
  await expect(panel.locator('#repair-draws figure')).toHaveCount(8, { timeout: 60_000 });
  const rubbed = await picture(result);

  await panel.getByRole('button', { name: 'Lower half' }).click();
  await expect.poll(() => picture(result)).not.toBe(rubbed);
  await expect(words).toContainText('Squared error');
  expect(await seriousViolations(page)).toEqual([]);

  // Nothing is known any more.
  await panel.getByLabel('Brush').fill('6');
  await page.mouse.move(...at(0.02, 0.02));
  await page.mouse.down();
  for (let row = 0; row <= 10; row++)
    await page.mouse.move(...at(row % 2 ? 0.02 : 0.98, 0.02 + 0.096 * row), { steps: 2 });
  await page.mouse.up();
  await expect(words).toContainText('All is erased');
  await expect(panel.locator('#repair-draws figure')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Centre' }).click();
  await expect(panel.locator('#repair-draws figure')).toHaveCount(8, { timeout: 60_000 });
  await panel.getByRole('button', { name: 'Put all back' }).click();
  await expect(words).toContainText('Nothing is erased yet');
  await expect(panel.locator('#repair-draws figure')).toHaveCount(0);
});

test('a small picture is made large, nearer than bicubic interpolation comes', async ({ page }) => {
  await open(page, '?model=mnist-20d');
  await page.locator('#use-enlarge > summary').click();
  const panel = page.locator('#use-enlarge');
  await expect(panel.locator('#enlarge-words')).toContainText('Draw a picture above');
  // One that is no harder than others.
  await page.locator('#sample-number').fill('1');
  await page.locator('#sample-number').press('Enter');
  await panel.getByLabel('From').selectOption('7 × 7 pixels');
  await expect(panel.getByRole('figure')).toHaveCount(5, { timeout: 60_000 });
  await expect(panel.locator('#enlarge-words')).toContainText('the nearest is framed');
  const psnr = async (name: string) => {
    const figure = panel.getByRole('figure').filter({ hasText: name });
    // What is out of sight has text, but none that is rendered.
    return Number(/PSNR ([\d.]+) dB/.exec((await figure.textContent()) ?? '')?.[1]);
  };
  expect(await psnr('bicubic')).toBeGreaterThan(8);
  expect(await psnr('likeliest z')).toBeGreaterThan(await psnr('bicubic'));
  await expect(panel.getByRole('figure').filter({ hasText: '7 × 7, as it came' })).toBeVisible();
});
