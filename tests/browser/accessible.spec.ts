// What the page says of itself, how large its targets are, and whether assistive technology finds its way.

import { drag, expect, open, parts, seriousViolations, test, three } from './page';

test('says what it is, and names its pictures', async ({ page }) => {
  await open(page);
  await expect(page).toHaveTitle(/\S/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{40}/);
  await expect(page.locator('meta[name=viewport]')).toHaveAttribute('content', /width=device-width/);
  expect(await page.evaluate(() => document.compatMode)).toBe('CSS1Compat');
  await parts(page).input.getByRole('button', { name: 'Random test digit' }).click();
  await expect(parts(page).output).toContainText('ELBO');
  for (const canvas of await page.locator('canvas:visible, img:visible').all()) {
    await expect(canvas).toHaveAccessibleName(/\S/);
  }
});

test('everything to press is at least 24 px tall and wide on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const small = await page.evaluate(() => {
    const pressed = 'button, select, input, summary, [role=button], a[href]:not(p a, li a)';
    const targets = [...document.querySelectorAll<HTMLElement>(pressed)].filter(
      (it) => it.checkVisibility() && !it.closest('[inert]'),
    );
    return targets
      .map((it) => ({ it, box: (it.closest('label') ?? it).getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < 24)
      .map(({ it, box }) => `${it.outerHTML.slice(0, 80)}: ${box.width} × ${box.height}`);
  });
  expect(small).toEqual([]);
});

// Every two of them together: all eight would find no more, and each costs seconds.
const looks = {
  English: [
    { colorScheme: 'light', contrast: 'no-preference' },
    { colorScheme: 'dark', contrast: 'more' },
  ],
  Chinese: [
    { colorScheme: 'light', contrast: 'more' },
    { colorScheme: 'dark', contrast: 'no-preference' },
  ],
} as const;

test('is accessible light and dark, in high contrast, and in Chinese', async ({ page }) => {
  await open(page);
  await drag(page, parts(page).pad, three);
  await expect(parts(page).output).toContainText('ELBO');
  for (const [language, media] of Object.entries(looks)) {
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'zh-Hans');
    for (const look of media) {
      await page.emulateMedia(look);
      expect(await seriousViolations(page), `${language}, ${JSON.stringify(look)}`).toEqual([]);
    }
    await page.locator('#language').click();
  }
});
