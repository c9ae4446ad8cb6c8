// The threaded build, and the isolation that it needs.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, inject, open, parts, region, stepsMade, strike, test } from './page';
import { type Answers, dist } from './static-host';

/** What starts the threads, in the build. */
const POOL = 'workerHelpers.no-bundler.js';

/** What the builds with threads say of their scripts, but for what starts the threads: another one is put in its place here. */
const listsWithoutPool = ['threads', 'fused'].map((build) => {
  const path = `wasm/${build}/scripts.json`;
  const sums = JSON.parse(readFileSync(join(dist, path), 'utf8'));
  return [path, JSON.stringify({ 'latent.js': sums['latent.js'] })] as const;
});

/** The service worker keeps the whole shell first. */
const SLOWLY = { timeout: 60_000 };

/** Trains a little, and says on what. */
async function train(page: Page) {
  const { start, pause, status, backend } = parts(page);
  await page.getByLabel('Hidden sizes').fill('64');
  await start.click();
  await expect.poll(() => stepsMade(page)).toBeGreaterThanOrEqual(20);
  await pause.click();
  await expect(status).toContainText('Paused');
  return backend.innerText();
}

/** Counts how often the page is loaded. */
function loads(page: Page) {
  let count = 0;
  page.on('domcontentloaded', () => count++);
  return () => count;
}

const isolated = (page: Page) => page.evaluate(() => crossOriginIsolated).catch(() => false);

test('the address asks for two threads, and training has them', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, '?backend=cpu&threads=2');
  expect(await train(page)).toContain('CPU, 2 threads, SIMD');
  expect(asked.some((url) => url.endsWith('wasm/fused/latent_bg.wasm'))).toBe(true);
  await expect(region(page, 'training')).not.toContainText('not possible');
});

test('a seed makes nearly the same run on one thread and on two', async ({ page }) => {
  const elbo = async (threads: number) => {
    await open(page, `?backend=cpu&seed=3&threads=${threads}`);
    await parts(page).step.click();
    await expect(parts(page).backend).toContainText(threads === 1 ? '1 thread' : '2 threads');
    const figure = parts(page).training.getByRole('figure', { name: 'ELBO' });
    await expect(figure).toContainText(/train −\d/);
    return Number(/train −([\d.]+)/.exec(await figure.innerText())?.[1]);
  };
  expect(await elbo(2)).toBeCloseTo(await elbo(1), 0);
});

test('one thread is the plain build', async ({ page }) => {
  const builds: string[] = [];
  page.on('request', (request) => {
    const build = /wasm\/(\w+)\//.exec(request.url())?.[1];
    if (build) builds.push(build);
  });
  await open(page, '?backend=cpu&threads=1');
  expect(await train(page)).toContain('CPU, 1 thread, SIMD');
  expect(new Set(builds)).toEqual(new Set(['cpu']));
});

test.describe('where the threaded build is missing', () => {
  test.use({ tolerated: [/Failed to load resource/] });

  test('training runs on one thread, and says why', async ({ page }) => {
    await page.route('**/wasm/{threads,fused}/latent.js', (route) => route.fulfill({ status: 404 }));
    await open(page, '?backend=cpu&threads=2');
    expect(await train(page)).toContain('CPU, 1 thread, SIMD');
    await expect(parts(page).training).toContainText(
      /The threads could not be used: The threaded CPU build could not be loaded: .* Training on one thread instead\./,
    );
  });

  test('the one with fused products, the other takes its place', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.route('**/wasm/fused/latent.js', (route) => route.fulfill({ status: 404 }));
    await open(page, '?backend=cpu&threads=2');
    expect(await train(page)).toContain('CPU, 2 threads, SIMD');
    await expect(parts(page).training).not.toContainText('could not be used');
    expect(asked.some((url) => url.endsWith('wasm/fused/latent.js'))).toBe(true);
    expect(asked.some((url) => url.endsWith('wasm/threads/latent_bg.wasm'))).toBe(true);
  });

  test('or its threads do not start, likewise', async ({ page }) => {
    for (const [path, body] of listsWithoutPool)
      await page.route(`**/${path}`, (route) => route.fulfill({ body, contentType: 'application/json' }));
    await page.route('**/workerHelpers*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace('import.meta.url', '"./missing.js"'),
      });
    });
    await open(page, '?backend=cpu&threads=2');
    expect(await train(page)).toContain('CPU, 1 thread, SIMD');
    await expect(parts(page).training).toContainText('a thread could not be loaded');
  });
});

test.describe('when a thread panics', () => {
  const helper = readdirSync(dist, { recursive: true, encoding: 'utf8' }).find((file) => file.endsWith(POOL));
  test.use({
    serviceWorkers: 'allow',
    tolerated: [/./],
    answers: {
      ...Object.fromEntries(
        listsWithoutPool.map(([path, body]): [string, Answers[string]] => [path, (to) => to.end(body)]),
      ),
      [POOL]: (response) => {
        const code = readFileSync(join(dist, helper ?? POOL), 'utf8');
        const panic = 'throw new WebAssembly.RuntimeError("unreachable");';
        response
          .writeHead(200, { 'Content-Type': 'text/javascript' })
          .end(code.replace('latent.wbg_rayon_start_worker(receiver);', panic));
      },
    },
  });

  test('the trainer that waits for it is replaced', async ({ page }) => {
    await page.goto('./?backend=cpu&threads=2&still');
    await expect.poll(() => isolated(page), SLOWLY).toBe(true);
    expect(await train(page)).toContain('CPU, 1 thread, SIMD');
    await expect(parts(page).training).toContainText(
      'The threads could not be used: a thread failed (RuntimeError: unreachable). Training on one thread instead.',
    );
  });
});

test('when the threads fail, training goes on on one from the last snapshot', async ({ page }) => {
  await inject(page, 'new BroadcastChannel("fault").onmessage = () => { throw new Error("no more") }');
  await open(page, '?backend=cpu&threads=2');
  const { start, status, backend, training } = parts(page);
  await start.click();
  await expect.poll(() => stepsMade(page)).toBeGreaterThanOrEqual(100);
  await expect(backend).toContainText('2 threads');
  await strike(page);
  await expect(training).toContainText(
    /The threads stopped: no more\. Training goes on on one thread from step [1-9]/,
  );
  await expect(backend).toContainText('1 thread, SIMD');
  await expect(status).toContainText(/images\/s/);
});

test.describe('on a host that sends no headers', () => {
  test.use({ answers: {}, serviceWorkers: 'allow' });

  test('one reload brings isolation, and training has threads', async ({ page }) => {
    const count = loads(page);
    await page.goto('./?backend=cpu&threads=2&still');
    await expect.poll(() => isolated(page), SLOWLY).toBe(true);
    expect(await train(page)).toContain('CPU, 2 threads, SIMD');
    expect(count()).toBe(2);
    await page.reload();
    expect(await isolated(page)).toBe(true);
    expect(count()).toBe(3);
  });
});

test.describe('where the service worker brings no isolation', () => {
  test.use({
    serviceWorkers: 'allow',
    answers: {
      'service-worker.js': (response) =>
        response
          .writeHead(200, { 'Content-Type': 'text/javascript' })
          .end('addEventListener("install", () => skipWaiting());'),
    },
  });

  test('the page is loaded twice at most, and trains on one thread', async ({ page }) => {
    const count = loads(page);
    await page.goto('./?backend=cpu&threads=2&still');
    await expect.poll(count, SLOWLY).toBe(2);
    await page.waitForTimeout(2000);
    expect(count()).toBe(2);
    expect(await train(page)).toContain('CPU, 1 thread, SIMD');
    await expect(parts(page).training).toContainText('they can share no memory');
  });
});

test.describe('where service workers are switched off', () => {
  test.use({ answers: {} });

  test('the page works on one thread, without a word', async ({ page }) => {
    await open(page);
    expect(await train(page)).toContain('CPU, 1 thread, SIMD');
    await expect(page.locator('#notice')).toBeHidden();
  });
});
