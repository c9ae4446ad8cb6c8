import { expect, inked, open, openAtOrigin, parts, picture, test, value } from './page';

test('a typed value moves z; what is no such number is refused in words', async ({ page }) => {
  await openAtOrigin(page);
  const { latent, map, slider, reconstruction } = parts(page);
  const before = await picture(reconstruction);
  const typed = latent.getByRole('spinbutton', { name: 'Value of latent dimension 2' });
  await typed.fill('-1.25');
  await typed.press('Enter');
  await expect.poll(() => value(slider(2))).toBe(-1.25);
  await expect.poll(() => picture(reconstruction)).not.toBe(before);
  await typed.fill('11');
  await typed.press('Enter');
  await expect(latent).toContainText('Expected a number from −10 to 10, got 11; z₂ stays −1.25.');
  await expect(typed).toHaveValue('-1.25');
  await page.locator('#language').click();
  await expect(page.locator('#slider-words')).toHaveText(
    '应为 −10 到 10 之间的数，得到的是 11；z₂ 仍为 −1.25。',
  );
  await page.locator('#language').click();
  await typed.fill('');
  await typed.press('Tab');
  await expect(typed).toHaveValue('-1.25');
  await typed.fill('6');
  await typed.press('Enter');
  await expect(latent).toContainText('z₂ = 6.00');
  await expect(latent).not.toContainText('Expected a number');
  // A key moves its own coordinate, wherever the other one was set.
  await map.press('ArrowRight');
  await expect(latent).toContainText('z₁ = 0.10, z₂ = 6.00');
});

test('a value can be typed while a model in training moves the code of an input', async ({ page }) => {
  await open(page);
  const { latent, slider, start, status, output } = parts(page);
  await page.getByRole('button', { name: 'Random test digit' }).click();
  await expect(output).toContainText('z = μ');
  await start.click();
  await expect(status).toContainText('images/s');
  const typed = latent.getByRole('spinbutton', { name: 'Value of latent dimension 2' });
  await typed.fill('');
  await typed.pressSequentially('-1.25', { delay: 300 });
  await typed.press('Enter');
  await expect.poll(() => value(slider(2))).toBe(-1.25);
  await expect(output).not.toContainText('z = μ =');
});

test('what is being typed stays when another language comes', async ({ page }) => {
  await open(page);
  const { latent, slider } = parts(page);
  const typed = latent.getByRole('spinbutton', { name: 'Value of latent dimension 2' });
  await typed.fill('');
  await typed.pressSequentially('-1.');
  // It was chosen before, and is fetched only now: the focus stays.
  await page.locator('#language').evaluate((button: HTMLElement) => button.click());
  const same = page.getByRole('spinbutton', { name: '潜变量第 2 维的值' });
  await expect(same).toBeFocused();
  await same.pressSequentially('25');
  await same.press('Enter');
  await page.locator('#language').click();
  await expect.poll(() => value(slider(2))).toBe(-1.25);
});

test('one slider goes back to 0 alone, and all together', async ({ page }) => {
  await open(page);
  const { latent, slider } = parts(page);
  await slider(1).fill('1');
  await slider(2).fill('-2');
  await latent.getByRole('button', { name: 'Set latent dimension 2 to 0' }).click();
  await expect.poll(() => value(slider(2))).toBe(0);
  expect(await value(slider(1))).toBe(1);
  await latent.getByRole('button', { name: 'All to 0' }).click();
  await expect.poll(() => value(slider(1))).toBe(0);
});

test('sorted by KL, the dimensions that carry most come first', async ({ page }) => {
  await open(page, '?backend=cpu&model=mnist-20d');
  const { latent, sliders } = parts(page);
  await expect(sliders).toHaveCount(20);
  const names = () => sliders.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  const inOrder = await names();
  const sort = latent.getByRole('button', { name: 'Sort by KL' });
  await sort.click();
  await expect(latent).toContainText('mean KL of test digits');
  await expect.poll(names).not.toEqual(inOrder);
  const nats = (await latent.getByText(/^KL \d/).allTextContents()).map((words) => Number(words.slice(3)));
  expect(nats).toEqual(nats.toSorted((one, other) => other - one));
  expect(await inked(latent.getByRole('img', { name: /^Digits along/ }).first())).toBe(true);
  await sort.press('Enter');
  await expect.poll(names).toEqual(inOrder);
});
