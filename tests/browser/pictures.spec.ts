// The page's main states against the pictures in tests/browser/pictures; `npx playwright test --config
// tests/playwright.config.ts pictures --update-snapshots` takes them anew. They show nothing that depends on the machine
// but its rasteriser, which may set a few pixels otherwise.

import type { Locator, Page } from '@playwright/test';
import { drag, drawn, expect, open, parts, test, three } from './page';
import { useTinyData } from './tiny-data';

/** Of the smallest button, a round arrow, 18 pixels are more than antialiasing. */
const TOLERANCE = { threshold: 0.1, maxDiffPixels: 12, animations: 'disabled' } as const;

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
    // What is above comes late and ends at a fraction of a pixel, at each of which text is set anew: a page of its own.
    await page.getByRole('heading', { name: 'What a dimension costs' }).evaluate((heading) => {
      const article = heading.closest('article') as HTMLElement;
      const above = [...article.children].filter(
        (it) => it.compareDocumentPosition(heading) === Node.DOCUMENT_POSITION_FOLLOWING,
      );
      for (const element of above) (element as HTMLElement).style.display = 'none';
      Object.assign(article.style, {
        position: 'absolute',
        inset: '0 0 auto',
        zIndex: '9',
        background: 'Canvas',
      });
      window.scrollTo(0, 0);
    });
    await expect(page.locator('article')).toContainText('Of MNIST’s test digit');
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
            ...TOLERANCE,
            mask,
          });
        });
      }
    });
  }
}
