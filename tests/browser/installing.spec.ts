// The browser offers to install the page as an app.

import { expect, open, test } from './page';

test.use({ serviceWorkers: 'allow' });

test('that its window is a private one is all that keeps the page from being installed', async ({ page }) => {
  await open(page, '?backend=cpu&threads=1&hiddenSizes=16');
  const session = await page.context().newCDPSession(page);
  const errors = async () => {
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    return installabilityErrors.map(({ errorId }) => errorId);
  };
  await expect.poll(errors).toEqual(['in-incognito']);
});
