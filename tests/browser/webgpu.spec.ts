// The WebGPU build, in Chromium's software adapter: slow, so with a tiny model.

import { expect, open, parts, test } from './page';

test('WebGPU asked for by name trains in the software adapter', async ({ page }) => {
  await open(page, '?backend=webgpu');
  const { step, start, pause, status, backend } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await page.getByLabel('Batch size').fill('16');
  await step.click();
  await expect(backend).toContainText(/WebGPU \(.*in software\)/, { timeout: 60_000 });
  await expect(status).toContainText('1 step,', { timeout: 120_000 });
  await start.click();
  await expect(status).toContainText(/step ([2-9]|\d\d+) of/, { timeout: 60_000 });
  await pause.click();
  await expect(status).toContainText('Paused');
});

test.describe('when the GPU is lost', () => {
  test.use({ tolerated: [/./] });

  test('training goes on on the CPU from the last snapshot, and says so', async ({ page, browser }) => {
    await open(page, '?backend=webgpu');
    const { start, pause, status, backend, training } = parts(page);
    await page.getByLabel('Hidden sizes').fill('16');
    await page.getByLabel('Batch size').fill('16');
    await start.click();
    await expect(status).toContainText(/step ([5-9]|\d\d+) of/, { timeout: 120_000 });

    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const gpu = processInfo.find(({ type }) => type === 'GPU');
    if (!gpu) throw new Error('Chromium has no GPU process.');
    process.kill(gpu.id, 'SIGKILL');

    await expect(training).toContainText(/WebGPU stopped: .* Training goes on on the CPU from step [1-9]/);
    await expect(backend).toContainText('CPU, 1 thread, SIMD');
    await expect(status).toContainText(/step \d\d\d of/);
    await pause.click();
  });
});

test('automatic leaves a software adapter alone', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await open(page, '?backend=automatic');
  const { step, status, backend } = parts(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await step.click();
  await expect(backend).toContainText('CPU');
  await expect(status).toContainText('1 step,');
  await expect(page.locator('#notice')).toBeHidden();
  expect(requests.filter((url) => url.includes('wasm/webgpu'))).toEqual([]);
});
