// Both npm packages as a consumer has them: built into a page, by a plain script, in frames.

import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type ConsoleMessage, expect, type Frame, type Page, test } from '@playwright/test';
import { type Installed, install, NAMES } from './installed';

let installed: Installed;
test.beforeAll(async () => {
  installed = await install();
});
test.afterAll(() => installed?.end());

/** No page of these may say an error, but where that is the test. */
let errors: string[];
test.beforeEach(({ page }) => {
  errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') errors.push(message.text());
  });
});
test.afterEach(() => expect(errors).toEqual([]));

const decoded = (place: Page | Frame) => place.locator('latent-explorer').locator('#image[width="28"]');
const map = (page: Page) => page.locator('latent-explorer').locator('#map');
const zOf = (page: Page) => page.locator('latent-explorer').getAttribute('z');

async function openPlain(page: Page) {
  await page.goto(`${installed.addresses[0]}/plain.html`);
  await expect(decoded(page)).toBeVisible();
}

test('the packages hold scripts, types, the module and words, and tell nothing of the machine', () => {
  const common = ['LICENSE', 'README.md', 'package.json'];
  const dist = ['index.d.ts', 'index.js', 'latent_bg.wasm', 'licences.txt', 'worker.js'];
  const own = {
    engine: ['crate.d.ts', 'latent.d.ts', 'model.d.ts', 'training.d.ts'],
    element: ['element.d.ts', 'mnist-2d.safetensors'],
  };
  const project = fileURLToPath(new URL('../../', import.meta.url));
  for (const name of NAMES) {
    const paths = [...common, ...[...dist, ...own[name]].map((file) => `dist/${file}`)];
    expect(installed.packed[name]?.toSorted(), name).toEqual(paths.toSorted());
    const folder = join(installed.folder, 'node_modules/@latent-explorer', name);
    const text = paths.map((path) => readFileSync(join(folder, path), 'latin1')).join('\n');
    for (const place of [`${homedir()}/`, project]) expect(text.includes(place), place).toBe(false);
    expect(text).not.toContain('sourceMappingURL');
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
      version,
      license: 'MIT',
    });
  }
});

test('a page that Vite has built apart explores, trains on its own images and hears what is refused', async ({
  page,
}) => {
  // Vite has taken worker, module and model along.
  const built = readdirSync(join(installed.folder, 'dist/assets')).join();
  for (const kind of [/worker.*js/, /wasm/, /safetensors/]) expect(built).toMatch(kind);
  await page.goto(`${installed.addresses[0]}/dist/index.html`);
  await expect(decoded(page)).toBeVisible();
  const output = page.locator('#told');
  await expect(output).not.toBeEmpty({ timeout: 60_000 });
  const { explored, trained, ...refused } = JSON.parse(await output.innerText());
  expect(explored).toMatchObject({
    bytes: 784,
    three: 3 * 784,
    of: 2,
    refused: expect.stringContaining('784'),
  });
  // What is decoded at z is encoded near it.
  expect(Math.hypot(explored.mu[0] - 0.5, explored.mu[1] + 1)).toBeLessThan(0.5);
  expect(explored.elbo).toBeLessThan(0);
  expect(trained.why).toBe('epochs');
  expect(trained.told).toBeGreaterThan(0);
  expect(trained.last).toBeGreaterThan(trained.first);
  expect(trained.line).toBeGreaterThan(trained.beside);
  expect(refused.tooWide).toContain('latentSize');
  expect(refused.unknown).toContain('latentSise');
  expect(refused.tooShort).toContain('56 bytes');
});

test('a plain script brings the element: dragged, by keys and sliders, its attributes and events follow', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const heard = Object.assign(globalThis, { heard: [] as string[] }).heard;
    addEventListener('latentchange', (event) => {
      const { z, image } = (event as CustomEvent<{ z: number[]; image: Uint8Array }>).detail;
      heard.push(`${z.map((value) => Number(value.toFixed(3))).join(' ')}: ${image.length}`);
    });
  });
  const lastHeard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.at(-1));
  await openPlain(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await expect.poll(lastHeard).toBe('0.5 -1: 784');

  await map(page).focus();
  await page.keyboard.press('ArrowRight');
  expect(await zOf(page)).toBe('0.6 -1');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await zOf(page)).toBe('0 0.5');
  await expect.poll(lastHeard).toBe('0 0.5: 784');

  const box = await map(page).boundingBox();
  if (!box) throw new Error('Expected the map on the page.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.25, { steps: 4 });
  await page.mouse.up();
  for (const value of (await zOf(page))?.split(' ') ?? []) expect(Number(value)).toBeCloseTo(1.5, 1);

  const sliders = page.locator('latent-explorer').getByRole('slider');
  await expect(sliders).toHaveCount(2);
  await page.getByLabel('Latent dimension 2').fill('-2');
  expect(await zOf(page)).toMatch(/ -2$/);
  await page.locator('latent-explorer').evaluate((element) => element.removeAttribute('controls'));
  await expect(sliders).toHaveCount(0);

  await page.locator('latent-explorer').evaluate((element) => Object.assign(element, { z: [1, 2] }));
  expect(await zOf(page)).toBe('1 2');
  await expect.poll(lastHeard).toBe('1 2: 784');
  const { violations } = await new AxeBuilder({ page }).include('latent-explorer').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

/** What the engine, brought by a script of the page itself, said of a model. */
async function engineWorks(place: Page | Frame) {
  const output = place.locator('#told');
  await expect(output).not.toBeEmpty();
  const { pixels, mu, elbo } = JSON.parse(await output.innerText());
  expect(pixels).toBe(784);
  expect(Math.hypot(mu[0] - 0.5, mu[1] + 1)).toBeLessThan(0.5);
  expect(elbo).toBeLessThan(0);
}

test('a plain script brings the engine, without a bundler and beside the element', async ({ page }) => {
  await openPlain(page);
  await engineWorks(page);
});

test('light or dark as the page has it, in the page’s language, and a model that is not there is said', async ({
  page,
}) => {
  await openPlain(page);
  const corner = () =>
    decoded(page).evaluate(
      (canvas) => (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 1, 1).data[0],
    );
  await expect.poll(corner).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(corner).toBeLessThan(60);

  const element = page.locator('latent-explorer');
  await element.evaluate((it) => it.setAttribute('lang', 'zh-CN'));
  await expect(page.getByLabel('潜在空间图')).toBeVisible();
  await element.evaluate((it) => it.setAttribute('lang', 'en'));

  await element.evaluate((it) => it.setAttribute('model', 'mnist-10d'));
  await expect(element.locator('#status')).toContainText('src');
  await element.evaluate((it) => it.setAttribute('src', '/nowhere/'));
  await expect(element.locator('#status')).toContainText('/nowhere/mnist-10d.safetensors');
  expect(errors.splice(0).join()).toContain('404');
  await element.evaluate((it) => {
    it.setAttribute('src', '/node_modules/@latent-explorer/element/dist/');
    it.setAttribute('model', 'mnist-2d');
  });
  await expect(element.locator('#status')).toBeHidden();

  // What a model still decodes when another takes its place holds nothing up.
  const z = await element.evaluate(async (it) => {
    const opened = new Promise((resolve) => it.addEventListener('load', resolve, { once: true }));
    it.setAttribute('z', '1 1');
    it.setAttribute('src', '/node_modules/@latent-explorer/element/dist/mnist-2d.safetensors');
    await opened;
    const event = await new Promise((resolve) =>
      it.addEventListener('latentchange', resolve, { once: true }),
    );
    return (event as CustomEvent<{ z: number[] }>).detail.z;
  });
  expect(z).toEqual([1, 1]);
});

test('beside its map there is room to scroll the page by, also where a phone is held sideways', async ({
  page,
}) => {
  const sides = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    const box = await map(page).boundingBox();
    return [box?.width ?? 0, box?.height ?? 0].map(Math.round);
  };
  await openPlain(page);
  const [wide = 0] = await sides(1280, 800);
  expect(wide).toBeGreaterThan(400);
  expect(await sides(780, 360)).toEqual([264, 264]);
  const [narrow = 0, high] = await sides(360, 780);
  expect(narrow).toBeGreaterThan(200);
  expect(high).toBe(narrow);
});

test('in frames: of another origin, in a sandbox, and with the packages on another origin', async ({
  page,
}) => {
  const [one, other] = installed.addresses;
  const frames = [
    `<iframe src="${other}/plain.html"></iframe>`,
    `<iframe src="${one}/plain.html" sandbox="allow-scripts"></iframe>`,
    `<iframe src="${one}/plain.html?packages=${other}/node_modules"></iframe>`,
  ];
  await page.goto(`${one}/plain.html`);
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), frames.join(''));
  for (const handle of await page.locator('iframe').elementHandles()) {
    const frame = await handle.contentFrame();
    if (!frame) throw new Error('Expected a frame in the page.');
    await expect(decoded(frame)).toBeVisible();
    await frame.locator('latent-explorer').locator('#map').press('ArrowRight');
    await expect(frame.locator('latent-explorer')).toHaveAttribute('z', '0.6 -1');
    await engineWorks(frame);
  }
});
