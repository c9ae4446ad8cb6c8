// Whatever happens to the GPU, training goes on on the CPU; the explorer is started anew. Chromium's software adapter is
// slow: tiny models.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import {
  drag,
  expect,
  inject,
  inked,
  open,
  parts,
  picture,
  recorded,
  settled,
  stepsMade,
  strike,
  test,
  three,
} from './page';
import { dist } from './static-host';

/** What a canvas shows, byte by byte. */
const colours = (canvas: Locator) =>
  canvas.evaluate((element: HTMLCanvasElement) => [
    ...(element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? []),
  ]);

async function start(page: Page) {
  await page.getByLabel('Hidden sizes').fill('16');
  await page.getByLabel('Batch size').fill('16');
  await parts(page).start.click();
}

/** Keeps each figure that the page shows for the ELBO of the training batches. */
async function recordElbos(page: Page) {
  const texts = await recorded(page.locator('.curves .elbo .reading'));
  return async () =>
    (await texts()).flatMap((text) => /train −([\d.]+)/.exec(text)?.[1] ?? []).map((it) => -it);
}

/** Training runs on the CPU, and the notice says why. */
async function expectCpu(page: Page, notice: string | RegExp) {
  const { backend, status, training, pause } = parts(page);
  await expect(training).toContainText(notice, { timeout: 60_000 });
  await expect(backend).toContainText('CPU, 1 thread, SIMD');
  await expect.poll(() => stepsMade(page)).toBeGreaterThanOrEqual(100);
  await pause.click();
  await expect(status).toContainText('Paused');
}

const missing = {
  'no WebGPU': [
    'Object.defineProperty(navigator, "gpu", { value: undefined })',
    'WebGPU is not offered by this browser. Training on the CPU instead.',
  ],
  'no adapter': [
    'navigator.gpu.requestAdapter = async () => null',
    'WebGPU found no graphics adapter. Training on the CPU instead.',
  ],
  'an adapter that lacks a feature': [
    'Object.defineProperty(GPUAdapter.prototype, "features", { value: new Set() })',
    'WebGPU needs an adapter with “timestamp-query”, which this one lacks. Training on the CPU instead.',
  ],
  'a device that is refused': [
    'GPUAdapter.prototype.requestDevice = async () => { throw new DOMException("no device today", "OperationError") }',
    /WebGPU could not be used: .*no device today.* Training on the CPU instead\./,
  ],
  'shaders that do not compile': [
    `const create = GPUDevice.prototype.createShaderModule;
     GPUDevice.prototype.createShaderModule = function (it) { return create.call(this, { ...it, code: "nonsense" }) }`,
    /WebGPU could not be used: The GPU refused work\. .* Training on the CPU instead\./,
  ],
} as const;

for (const [fault, [code, notice]] of Object.entries(missing)) {
  test.describe(`with ${fault}`, () => {
    test.use({ tolerated: [/./] });

    test('training runs on the CPU, and says why', async ({ page }) => {
      await inject(page, code);
      await open(page, '?backend=webgpu&threads=1');
      await start(page);
      await expectCpu(page, notice);
    });
  });
}

const middle = {
  'is destroyed': ['device.destroy()', /WebGPU stopped: The GPU device was lost\./],
  'has no memory left': [
    `device.dispatchEvent(new GPUUncapturedErrorEvent("uncapturederror", {
       error: new GPUOutOfMemoryError("out of memory"), cancelable: true }))`,
    /WebGPU stopped: The GPU refused work\. out of memory\./,
  ],
} as const;

for (const [fault, [code, notice]] of Object.entries(middle)) {
  test.describe(`when the device ${fault} in the middle of training`, () => {
    test.use({ tolerated: [/./] });

    test('training goes on from the last snapshot, and the drawing is kept', async ({ page }) => {
      await inject(
        page,
        `const request = GPUAdapter.prototype.requestDevice;
         GPUAdapter.prototype.requestDevice = async function (descriptor) {
           const device = await request.call(this, descriptor);
           new BroadcastChannel("fault").onmessage = () => ${code};
           return device;
         }`,
      );
      await open(page, '?backend=webgpu&threads=1&warmUpSteps=0');
      const { pad, seen } = parts(page);
      await drag(page, pad, three);
      await expect.poll(() => inked(seen)).toBe(true);
      const drawing = await picture(pad);
      await page.locator('#setting-learningRate').fill('0.01');
      const elbos = await recordElbos(page);
      await start(page);
      await expect.poll(() => stepsMade(page), { timeout: 120_000 }).toBeGreaterThanOrEqual(30);
      const before = await elbos();

      await strike(page);
      // A busy machine makes its hundred steps at once, and shows one figure of them.
      await expect.poll(async () => (await elbos()).length - before.length).toBeGreaterThan(1);
      await expectCpu(page, notice);
      await expect(parts(page).training).toContainText(/Training goes on on the CPU from step [1-9]\d/);
      const after = (await elbos()).slice(before.length);
      const started = before[0] ?? Number.NaN;
      const reached = before.at(-1) ?? Number.NaN;
      expect(reached - started).toBeGreaterThan(100);
      expect(Math.min(...after)).toBeGreaterThan(started + 0.6 * (reached - started));
      expect(await picture(pad)).toBe(drawing);
    });
  });
}

test.describe('when the download of the WebGPU build is cut off', () => {
  test.use({
    tolerated: [/./],
    answers: {
      'wasm/webgpu/latent_bg.wasm': (response) => {
        const module = readFileSync(join(dist, 'wasm/webgpu/latent_bg.wasm'));
        response.writeHead(200, { 'Content-Type': 'application/wasm', 'Content-Length': module.length });
        response.write(module.subarray(0, module.length / 2), () =>
          setTimeout(() => response.destroy(), 500),
        );
      },
    },
  });

  test('training runs on the CPU, and says why', async ({ page }) => {
    await open(page, '?backend=webgpu&threads=1');
    await start(page);
    await expectCpu(
      page,
      /The WebGPU build could not be loaded: .*latent_bg\.wasm broke off after .* Training on the CPU instead\./,
    );
  });
});

test.describe('when the explorer panics', () => {
  test.use({ tolerated: [/./] });

  /** At the next decode. */
  const panic = `let struck = false;
    new BroadcastChannel("fault").onmessage = () => { struck = true };
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (module, imports) => {
      const { exports } = await instantiate(module, imports);
      const explorer_decode = (...given) => {
        if (struck) throw new WebAssembly.RuntimeError("unreachable");
        return exports.explorer_decode(...given);
      };
      return { instance: { exports: { ...exports, explorer_decode } }, module };
    }`;

  test.beforeEach(async ({ page }) => {
    await inject(page, panic, 'explorer');
    await open(page, '?backend=cpu&threads=1');
  });

  async function strikeExplorer(page: Page) {
    await strike(page);
    const problem = page.getByRole('alert');
    // A request that came before the strike is answered still.
    await expect(async () => {
      await parts(page).map.press('ArrowRight');
      await expect(problem).toContainText('The explorer stopped (unreachable) and was started anew.', {
        timeout: 2000,
      });
    }).toPass();
    await problem.getByRole('button').click();
  }

  /** Tiles that were decoded in other company may round another way. */
  async function expectAlike(map: Locator, before: readonly number[]) {
    const alike = (values: number[]) =>
      values.length === before.length && values.every((it, index) => Math.abs(it - (before[index] ?? 0)) < 3);
    await expect.poll(async () => alike(await colours(map))).toBe(true);
  }

  test('it is started anew, and answers again', async ({ page }) => {
    const { map, pad, seen, reconstruction } = parts(page);
    await drag(page, pad, three);
    await expect.poll(() => inked(seen)).toBe(true);
    const drawing = await picture(pad);
    await settled(map);
    const manifold = await colours(map);
    await strikeExplorer(page);
    const before = await picture(reconstruction);
    await drag(page, map, [
      [0.2, 0.2],
      [0.8, 0.7],
    ]);
    await expect.poll(() => picture(reconstruction)).not.toBe(before);
    await expectAlike(map, manifold);
    expect(await picture(pad)).toBe(drawing);
  });

  test('training goes on, and a paused run shows its model again', async ({ page }) => {
    const { start, pause, status, map } = parts(page);
    await start.click();
    await expect.poll(() => stepsMade(page)).toBeGreaterThanOrEqual(10);
    await strikeExplorer(page);
    await expect(status).toContainText('images/s');
    await pause.click();
    await expect(status).toContainText('Paused');
    await settled(map);
    const trained = await colours(map);
    await strikeExplorer(page);
    await expectAlike(map, trained);
  });
});
