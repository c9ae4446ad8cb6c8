// Cargo's runner for wasm tests: serves a test binary with wasm-bindgen-test-runner and opens it in headless Chromium.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { chromiumFlags } from '../../www/setup/chromium.mjs';
import { tools } from '../../www/setup/paths.mjs';

const timeLimit = 1000 * Number(process.env.WASM_TEST_TIMEOUT_S ?? 1200);

/** The test server, and the address of its page: none when the binary holds no tests, which the server says and ends. */
function startServer(args, temporary) {
  const server = spawn(join(tools, 'bin/wasm-bindgen-test-runner'), args, {
    env: { ...process.env, NO_HEADLESS: '1', WASM_BINDGEN_TEST_ADDRESS: '127.0.0.1:0', TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  return new Promise((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const address = output.match(/available at (http:\S+)\n/)?.[1];
      if (address) resolve({ server, address });
    });
    server.on('error', reject);
    server.on('close', () => {
      if (!output.includes('available at')) console.log(output.trimEnd());
      resolve({ server });
    });
  });
}

/** Prints the page's report as it grows; true when it ends well. */
async function watchReport(page, errors) {
  const deadline = performance.now() + timeLimit;
  let printed = 0;
  while (performance.now() < deadline) {
    const report = (await page.textContent('#output')) ?? '';
    process.stdout.write(report.slice(printed));
    printed = report.length;
    const verdict = report.match(/test result: (\w+)/)?.[1];
    if (verdict) {
      process.stdout.write('\n');
      return verdict === 'ok';
    }
    if (errors.length > 0 && !report.includes('running ')) return false;
    await sleep(200);
  }
  console.error(
    `The wasm tests gave no result within ${timeLimit / 1000} s (WASM_TEST_TIMEOUT_S changes that).`,
  );
  return false;
}

async function runInBrowser(address) {
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text());
    });
    const errors = [];
    page.on('pageerror', (error) => {
      console.error(error.stack);
      errors.push(error);
    });
    await page.goto(address);
    return await watchReport(page, errors);
  } finally {
    await browser.close();
  }
}

// The server is ended by a signal, so its files are removed from here.
const temporary = mkdtempSync(join(tmpdir(), 'latent-wasm-tests-'));
try {
  const { server, address } = await startServer(process.argv.slice(2), temporary);
  if (address) {
    process.exitCode = (await runInBrowser(address)) ? 0 : 1;
    server.kill();
  } else {
    process.exitCode = server.exitCode ?? 1;
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
