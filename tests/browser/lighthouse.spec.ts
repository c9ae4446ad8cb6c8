// Lighthouse itself, on the built site; its scores are of a hundred.

import { expect, test } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';

/** By which Lighthouse finds the browser. */
const PORT = 9222;

/** Slowed down in truth: what Lighthouse reckons by itself counts files that nothing waits for. */
const phone = { extends: 'lighthouse:default', settings: { throttlingMethod: 'devtools' as const } };

for (const [name, config] of [
  ['a desktop', desktopConfig],
  ['a phone', phone],
] as const) {
  test(`Lighthouse finds it fast, accessible and well made on ${name}`, async ({
    playwright,
    launchOptions,
    baseURL,
  }) => {
    const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${PORT}`];
    const browser = await playwright.chromium.launch({ ...launchOptions, args });
    const run = await lighthouse(baseURL, { port: PORT, logLevel: 'error' }, config);
    await browser.close();

    const { categories = {}, audits = {} } = run?.lhr ?? {};
    const faults = Object.values(audits).filter(({ score }) => score !== null && score < 1);
    const words = faults.map(({ id, displayValue }) => `${id}: ${displayValue ?? 'found'}`).join('; ');
    const score = (id: string) => Math.round(100 * (categories[id]?.score ?? 0));
    console.info(`${name}: performance ${score('performance')}`);
    for (const id of ['accessibility', 'best-practices', 'seo'])
      expect(score(id), `${id}: ${words}`).toBe(100);
    // A measurement, which a busy machine lowers.
    expect(score('performance'), words).toBeGreaterThanOrEqual(60);
  });
}
