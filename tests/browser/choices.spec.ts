// What a person chose, typed or switched on: what stays, what is refused, and what Escape leaves.

import { drag, expect, inked, open, parts, test, three } from './page';

test('a reload speaks the language that was chosen since, not that of the address', async ({ page }) => {
  await page.goto('./?backend=cpu&lang=zh&still');
  await expect(page.getByText('写在这里')).toBeVisible();
  await page.locator('#language').click();
  await expect(page).toHaveURL(/lang=en/);
  await page.reload();
  await expect(page.getByText('Draw here')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?backend=cpu&lang=en&still=');
});

test('a reload keeps the model and the settings that were chosen since', async ({ page }) => {
  await open(page, '?backend=cpu&model=mnist-10d&seed=1');
  const model = page.locator('#model');
  await expect(model).toHaveValue('mnist-10d.safetensors');
  await model.selectOption('mnist-20d.safetensors');
  await expect(page.locator('#model-words')).toContainText('87.6');
  await page.getByLabel('Seed', { exact: true }).fill('7');
  await page.getByLabel('Seed', { exact: true }).press('Tab');
  // The form may come to life only now, and takes what was typed when it has.
  await expect(page).toHaveURL(/seed=7/);
  await page.reload();
  await expect(model).toHaveValue('mnist-20d.safetensors');
  await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('7');
});

test('a test digit that is none is refused in words beside its field', async ({ page }) => {
  await open(page);
  const { input } = parts(page);
  const number = input.getByRole('spinbutton', { name: 'Number of the test digit' });
  for (const [typed, said] of [
    ['-1', '-1'],
    ['99999', '99,999'],
    ['1.5', '1.5'],
  ] as const) {
    await number.fill(typed);
    await number.press('Enter');
    await expect(input.getByRole('alert')).toHaveText(
      new RegExp(`Number of the test digit: expected a whole number from 0 to [\\d,]+, got ${said}\\.`),
    );
    await expect(number).toHaveAttribute('aria-invalid', 'true');
    await expect(number).toHaveAccessibleDescription(/expected a whole number/);
    await expect(number).toHaveValue(typed);
  }
  await page.locator('#language').click();
  await expect(input).toHaveAccessibleName('输入');
  await expect(page.locator('#sample-number-words')).toContainText(
    /测试数字的编号：应为 0 到 [\d,]+ 的整数，得到的是 1\.5。/,
  );
  await page.locator('#language').click();
  await number.fill('0');
  await number.press('Enter');
  await expect(input).toContainText('Test digit 0');
  await expect(input.getByRole('alert')).toBeHidden();
  await expect(number).toHaveAttribute('aria-invalid', 'false');
});

test('a z that is out of reach is refused in words that its field is described by', async ({ page }) => {
  await open(page);
  const typed = parts(page).latent.getByRole('spinbutton', { name: 'Value of latent dimension 1' });
  await typed.fill('99');
  await typed.press('Enter');
  await expect(typed).toHaveAttribute('aria-invalid', 'true');
  await expect(typed).toHaveAccessibleDescription('Expected a number from −10 to 10, got 99; z₁ stays 0.14.');
  await typed.fill('1');
  await typed.press('Enter');
  await expect(typed).toHaveAttribute('aria-invalid', 'false');
  await expect(typed).toHaveAccessibleDescription('');
});

test('Escape leaves the eraser and drawing on the map', async ({ page }) => {
  await open(page);
  const { pad } = parts(page);
  await drag(page, pad, three);
  await expect.poll(() => inked(pad)).toBe(true);
  const draw = page.getByRole('button', { name: 'Draw on the map' });
  await draw.scrollIntoViewIfNeeded();
  for (const button of [page.getByRole('button', { name: 'Eraser' }), draw]) {
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    await expect(button).toHaveAttribute('aria-pressed', 'false');
  }
});
