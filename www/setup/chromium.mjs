// A Chromium for the tests.

import { existsSync } from 'node:fs';
import { aptInstall } from './apt.mjs';
import { run, SetupError, which } from './run.mjs';
import { step } from './step.mjs';

/** For every test: alone on the machine's own network, with WebGPU in software. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApplication = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function installed() {
  const found = programs.map(which).find(Boolean);
  return found ?? (existsSync(macApplication) ? macApplication : undefined);
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    await step('Install Playwright’s Chromium', '1 min', () => run('playwright', ['install', 'chromium']));
  }
  return path;
}

/** The path of a Chromium; CHROME_PATH decides where it is set. */
async function ensureChromium() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new SetupError(`CHROME_PATH is ${given}, but no file is there: correct it, or unset it.`);
  }
  if (installed()) return installed();
  if (await aptInstall('Install Debian’s Chromium', '1 min', ['chromium'])) {
    if (installed()) return installed();
  }
  try {
    return await playwrightChromium();
  } catch (error) {
    throw new SetupError(
      `No Chromium can be had: install Chromium or Chrome, or set CHROME_PATH. (${error.message})`,
    );
  }
}

/** What tests find it by. */
export const chromiumEnvironment = async () => ({ CHROME_PATH: await ensureChromium() });

/**
 * Chromium's pages without the browser around them, where Debian has it: the same tests take two thirds of the time.
 * CHROME_PATH decides here too.
 */
export async function headlessEnvironment() {
  const shell = 'chromium-headless-shell';
  if (!process.env.CHROME_PATH && !which(shell)) {
    await aptInstall('Install Debian’s headless Chromium', '1 min', [shell]);
  }
  return { HEADLESS_PATH: process.env.CHROME_PATH ?? which(shell) ?? (await ensureChromium()) };
}
