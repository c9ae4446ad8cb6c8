// The page's main states against the pictures in tests/browser/pictures; `npx playwright test --config
// tests/playwright.config.ts pictures --update-snapshots` takes them anew. They show nothing that depends on the machine
// but its rasteriser, which may set a few pixels otherwise.

import type { Locator, Page } from '@playwright/test';
import { drag, drawn, expect, open, parts, test, three } from './page';
import { useTinyData } from './tiny-data';

/** Of the smallest button, a round arrow, 18 pixels are more than antialiasing. */
const TOLERANCE = { threshold: 0.1, maxDiffPixels: 12, animations: 'disabled' } as const;

/** What stands above the article ends at a fraction of a pixel that is another in each run: all of its text is set anew. */
const ARTICLE = { ...TOLERANCE, maxDiffPixels: 20_000 };

/** Panels above that come late must not decide where the window ends up. */
const toTop = (locator: Locator) =>
  locator.evaluate(async (element) => {
    for (let time = 0; time < 2; time++) {
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });

const states: Record<string, (page: Page) => Promise<void>> = {
  async opening(page) {
    await expect(page.locator('#model-words')).not.toBeEmpty();
  },

  async drawn(page) {
    const { pad, output } = parts(page);
    await drag(page, pad, three);
    await expect(output).toContainText(/ELBO\s*−\d/);
    await page.mouse.move(1, 1);
  },

  async trained(page) {
    const { step, status } = parts(page);
    await step.click();
    await expect(status).toContainText('Paused');
    await toTop(page.locator('#training-title'));
    await page.mouse.move(1, 1);
  },

  async article(page) {
    await toTop(page.getByRole('heading', { name: 'What a dimension costs' }));
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`in ${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      for (const [name, bring] of Object.entries(states)) {
        test(`looks as before: ${name}`, async ({ page }) => {
          await useTinyData(page);
          await open(page, '?backend=cpu&seed=1');
          await bring(page);
          await drawn(page);
          // Not every machine has a font for the name of the other language; what is saved tells the time.
          const mask = [page.locator('#language'), page.locator('#saved')];
          await expect(page).toHaveScreenshot(`${name}-${colorScheme}-${width}.png`, {
            ...(name === 'article' ? ARTICLE : TOLERANCE),
            mask,
          });
        });
      }
    });
  }
}
