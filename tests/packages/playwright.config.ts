// The npm packages in a consumer's hands, in Chromium.

import { defineConfig } from '@playwright/test';
import { chromiumFlags } from '../../www/setup/chromium.mjs';

const executablePath = process.env.CHROME_PATH;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
    screenshot: 'only-on-failure',
  },
});
