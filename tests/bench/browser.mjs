// Where the figures are taken: the browser, and the machine in words.

import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { chromium } from '@playwright/test';
import { chromiumEnvironment, chromiumFlags } from '../../www/setup/chromium.mjs';

export async function launch() {
  const { CHROME_PATH } = await chromiumEnvironment();
  return chromium.launch({ executablePath: CHROME_PATH, args: chromiumFlags });
}

export function describeMachine(browser) {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    browser: `Chromium ${browser.version()}, headless`,
    cpu: `${processors.length} x ${processors[0]?.model.trim()}`,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
  };
}

/** Processes that want a processor, over the last minute: above their number the figures suffer. */
export const load = () => Number(loadavg()[0]?.toFixed(1));
