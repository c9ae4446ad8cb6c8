// Lighthouse itself, on the built site; its scores are of a hundred.

import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';

/** Slowed down in truth: what Lighthouse reckons by itself counts files that nothing waits for. */
const phone = { extends: 'lighthouse:default', settings: { throttlingMethod: 'devtools' as const } };

/** By which Lighthouse finds the browser. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

for (const [name, config] of [
  ['a desktop', desktopConfig],
  ['a phone', phone],
] as const) {
  test(`Lighthouse finds it fast, accessible and well made on ${name}`, async ({
    playwright,
    launchOptions,
    baseURL,
  }) => {
    const measure = async () => {
      const port = await freePort();
      const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      try {
        return await lighthouse(baseURL, { port, logLevel: 'error' }, config);
      } finally {
        await browser.close();
      }
    };
    // Speed is measured, and a busy machine is slow: one of some goes has to do.
    await expect(async () => {
      const { categories = {}, audits = {} } = (await measure())?.lhr ?? {};
      const faults = Object.values(audits).filter(({ score }) => score !== null && score < 1);
      const words = faults.map(({ id, displayValue }) => `${id}: ${displayValue ?? 'found'}`).join('; ');
      const score = (id: string) => Math.round(100 * (categories[id]?.score ?? 0));
      console.info(`${name}: performance ${score('performance')}`);
      for (const id of ['accessibility', 'best-practices', 'seo'])
        expect(score(id), `${id}: ${words}`).toBe(100);
      expect(score('performance'), words).toBeGreaterThanOrEqual(60);
    }).toPass({ timeout: 120_000 });
  });
}
