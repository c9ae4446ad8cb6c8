// The WebGPU build, in Chromium's software adapter: slow, so with a tiny model.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, inject, open, parts, recorded, stepsMade, strike, test } from './page';
import { dist } from './static-host';

test('WebGPU asked for by name trains in the software adapter', async ({ page }) => {
  await open(page, '?backend=webgpu');
  const { step, start, pause, status, backend } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await page.getByLabel('Batch size').fill('16');
  await step.click();
  await expect(backend).toContainText(/WebGPU, .*in software/, { timeout: 60_000 });
  await expect(status).toContainText('1 step,', { timeout: 120_000 });
  await start.click();
  await expect.poll(() => stepsMade(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
  await pause.click();
  await expect(status).toContainText('Paused');
});

test('a convolutional Gaussian model, conditional and clipped, trains there too', async ({ page }) => {
  const settings = 'channels=2,4&likelihood=gaussianShared&condition=class&optimizer=rmsProp&clipNorm=1';
  await open(page, `?backend=webgpu&hiddenSizes=16&batchSize=16&network=convolutional&${settings}`);
  const { step, status, backend } = parts(page);
  await step.click();
  await expect(status).toContainText('1 step,', { timeout: 120_000 });
  await expect(backend).toContainText(/WebGPU, .*in software/);
  await expect(page.locator('#curves')).toContainText(/train −?\d/);
});

test('a deep model with a mixture as prior and a full covariance, weighed anew, trains there too', async ({
  page,
}) => {
  const layers = 'hiddenSizes=16,16,16&shortcuts=residual&normalisation=layer&batchSize=16';
  const bound =
    'posterior=fullCovariance&prior=mixture&components=5&samples=3&estimator=doublyReparameterised';
  await open(page, `?backend=webgpu&${layers}&${bound}`);
  const { start, pause, status, backend } = parts(page);
  await start.click();
  await expect(backend).toContainText(/WebGPU, .*in software/, { timeout: 120_000 });
  await expect.poll(() => stepsMade(page), { timeout: 120_000 }).toBeGreaterThanOrEqual(20);
  await pause.click();
  await expect(status).toContainText('Paused');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.locator('#curves')).toContainText(/train −?\d/);
});

for (const model of ['bob-ross-2d', 'colours-2d']) {
  test(`what is no images, ${model}, trains there too`, async ({ page }) => {
    await page.goto(`./?backend=webgpu&still&model=${model}&hiddenSizes=16&batchSize=16`);
    const { step, status, backend } = parts(page);
    await step.click();
    await expect(status).toContainText('1 step,', { timeout: 120_000 });
    await expect(backend).toContainText(/WebGPU, .*in software/);
    await expect(page.locator('#curves')).toContainText(/train −?\d/);
  });
}

/** Which files of the WebGPU build are fetched. */
function fetched(page: Page) {
  const files: string[] = [];
  page.on('request', (request) => {
    const file = /wasm\/webgpu\/(.+)/.exec(request.url())?.[1];
    if (file) files.push(file);
  });
  return files;
}

test('is made ready before training starts', async ({ page }) => {
  const files = fetched(page);
  await open(page, '?backend=webgpu');
  const wanted = ['scripts.json', 'latent.js', 'latent_bg.wasm'];
  await expect.poll(() => [...new Set(files)], { timeout: 60_000 }).toEqual(wanted);
});

test('is not fetched ahead for a person who saves data', async ({ page }) => {
  const files = fetched(page);
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await open(page, '?backend=webgpu');
  await page.waitForTimeout(3000);
  expect(files).toEqual([]);
});

test.describe('on a slow connection', () => {
  test.use({
    answers: {
      'wasm/webgpu/latent_bg.wasm': async (response) => {
        const module = readFileSync(join(dist, 'wasm/webgpu/latent_bg.wasm'));
        response.writeHead(200, { 'Content-Type': 'application/wasm' });
        const tenth = Math.ceil(module.length / 10);
        for (let part = 0; part < 10; part++) {
          response.write(module.subarray(part * tenth, (part + 1) * tenth));
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
        response.end();
      },
    },
  });

  test('a start shows how much of the build has come, and that the GPU is prepared', async ({ page }) => {
    await open(page, '?backend=webgpu');
    const { step, status } = parts(page);
    await page.getByLabel('Hidden sizes').fill('16');
    const words = await recorded(status);
    await step.click();
    await expect(status).toContainText('1 step,', { timeout: 120_000 });
    const parted = (await words()).map((text) => /Loading the WebGPU build: (\d+) %/.exec(text)?.[1]);
    expect(new Set(parted).size).toBeGreaterThan(5);
    expect(await words()).toContainEqual(expect.stringContaining('Preparing the GPU…'));
  });
});

test.describe('when the GPU is lost', () => {
  test.use({ tolerated: [/./] });

  test('training goes on on the CPU from the last snapshot, and says so', async ({ page, browser }) => {
    await open(page, '?backend=webgpu');
    const { start, pause, backend, training } = parts(page);
    await page.getByLabel('Hidden sizes').fill('16');
    await page.getByLabel('Batch size').fill('16');
    await start.click();
    await expect.poll(() => stepsMade(page), { timeout: 120_000 }).toBeGreaterThanOrEqual(5);

    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const gpu = processInfo.find(({ type }) => type === 'GPU');
    if (!gpu) throw new Error('Chromium has no GPU process.');
    process.kill(gpu.id, 'SIGKILL');

    await expect(training).toContainText(/WebGPU stopped: .* Training goes on on the CPU from step [1-9]/);
    await expect(backend).toContainText('CPU, 1 thread, SIMD');
    await expect.poll(() => stepsMade(page)).toBeGreaterThanOrEqual(100);
    await pause.click();
  });
});

test.describe('with a real adapter', () => {
  test.beforeEach(({ page }) =>
    inject(
      page,
      `Object.defineProperty(GPUAdapterInfo.prototype, "isFallbackAdapter", { value: false });
       const request = GPUAdapter.prototype.requestDevice;
       GPUAdapter.prototype.requestDevice = async function (descriptor) {
         const device = await request.call(this, descriptor);
         new BroadcastChannel("fault").onmessage = () => device.destroy();
         return device;
       }`,
    ),
  );

  test('automatic measures once which trains faster, and says so', async ({ page }) => {
    await open(page, '?backend=automatic&threads=1');
    const { start, step, pause, reset, status, backend } = parts(page);
    await page.getByLabel('Hidden sizes').fill('16');
    await page.getByLabel('Batch size').fill('16');
    const words = await recorded(status);
    await start.click();
    const measured = /CPU, 1 thread, SIMD \(faster here than WebGPU: [\d.]+ ms against [\d.]+ ms a step\)/;
    await expect(backend).toContainText(measured, { timeout: 60_000 });
    expect(await words()).toContainEqual(expect.stringContaining('Comparing the GPU with the CPU…'));
    const choice = await backend.innerText();

    // The GPU that was left aside may go.
    await expect(status).toContainText(/images\/s/);
    await strike(page);
    await page.waitForTimeout(1000);
    await expect(status).toContainText(/images\/s/);
    await pause.click();
    await expect(page.locator('#notice')).toBeHidden();

    await reset.click();
    await step.click();
    await expect(backend).toHaveText(choice);
    await expect(status).toContainText('1 step,');
  });
});

test('automatic leaves a software adapter alone', async ({ page }) => {
  const files = fetched(page);
  await open(page, '?backend=automatic');
  const { step, status, backend } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await step.click();
  await expect(backend).toContainText('CPU');
  await expect(status).toContainText('1 step,');
  await expect(page.locator('#notice')).toBeHidden();
  expect(files).toEqual([]);
});
