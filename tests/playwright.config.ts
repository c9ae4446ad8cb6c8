// Browser tests on the built site, served from a sub-folder as a static host may do.

import { defineConfig } from '@playwright/test';
import { chromiumFlags } from '../www/setup/chromium.mjs';

/** They judge how fast the page is: nothing else may run meanwhile. */
const measured = /(lighthouse|long-step|quality|strokes)\.spec\.ts/;
/** They judge what a whole browser makes of it: its fonts, and a tap as a click, which the shell alone leaves out. */
const inWholeBrowser = /(accessible|installing|pictures|curves)\.spec\.ts/;

const { CHROME_PATH, HEADLESS_PATH = CHROME_PATH } = process.env;
const launchedFrom = (executablePath?: string) => ({
  args: chromiumFlags,
  ...(executablePath ? { executablePath } : {}),
});

export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // A page is at work for half of a test and waited for in the other: three keep a machine's two cores busy.
  workers: 3,
  fullyParallel: true,
  // Of hundreds of tests on a shared machine one may be slow once: it is tried again, and listed as flaky.
  retries: process.env.CI ? 1 : 0,
  projects: [
    {
      name: 'pages',
      testIgnore: [inWholeBrowser, measured],
      use: { launchOptions: launchedFrom(HEADLESS_PATH) },
    },
    { name: 'whole', testMatch: inWholeBrowser, use: { launchOptions: launchedFrom(CHROME_PATH) } },
    {
      name: 'measured',
      testMatch: measured,
      workers: 1,
      use: { launchOptions: launchedFrom(CHROME_PATH) },
    },
  ],
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  webServer: {
    command: 'node ../www/setup/serve.mjs --port 0 --base /some/folder/',
    // Playwright puts the named group into the environment, where `baseURL` finds it.
    wait: { stdout: /at (?<latent_url>http:\S+)/ },
  },
  use: {
    ...(process.env.LATENT_URL ? { baseURL: process.env.LATENT_URL } : {}),
    // A page that has one asks past the routes of the tests.
    serviceWorkers: 'block',
    // A trace of every test costs a third of their time: ask for one with `--trace retain-on-failure`.
    screenshot: 'only-on-failure',
  },
});
