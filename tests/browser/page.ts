// What the browser tests share: a page that tolerates no console error and no foreign request, and a person's gestures.

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

import { three } from '../../www/setup/three.mjs';
import { type Answers, host } from './static-host';

export { expect, three };

interface Watched {
  /** Messages of the console that a test expects. */
  tolerated: RegExp[];
  /** Opens the page from a host without headers that answers so. */
  answers: Answers | undefined;
  watched: undefined;
}

export const test = base.extend<Watched>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from the pattern.
  tolerated: async ({}, use) => use([]),
  answers: [undefined, { option: true }],
  baseURL: async ({ answers, baseURL }, use) => {
    if (!answers) return use(baseURL);
    const { url, close } = await host(answers);
    await use(url);
    close();
  },
  watched: [
    async ({ page, tolerated, baseURL }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== new URL(baseURL ?? page.url()).origin) {
          problems.push(`foreign request: ${request.url()}`);
        }
      });
      await use(undefined);
      expect(problems.filter((problem) => !tolerated.some((pattern) => pattern.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Asked often: nearly every test waits for it, and what is asked ever less often is heard of half a second late. */
const soon = { intervals: [100] };

/** Opens the page, in which nothing moves by itself, and waits for the first digit and the first map. */
export async function open(page: Page, query = '?backend=cpu') {
  await page.goto(`./${query}${query ? '&' : '?'}still`);
  await expect.poll(() => inked(parts(page).reconstruction), soon).toBe(true);
  await expect.poll(() => inked(parts(page).map), soon).toBe(true);
  await drawn(page);
}

/** Opens the page and puts z at the origin. */
export async function openAtOrigin(page: Page) {
  await open(page);
  const { map, slider } = parts(page);
  await map.press('Home');
  await expect.poll(() => value(slider(1))).toBe(0);
  await drawn(page);
}

/** Waits for the map's finest tiles. */
export const drawn = (page: Page) => expect(parts(page).map).toHaveAttribute('aria-busy', 'false');

/**
 * A panel, by the element of its title: found by role and name, each look for something in it would ask thousands of
 * elements for theirs, a third of what a test costs. What the panels are called is asserted once, in page.spec.ts.
 */
export const region = (page: Page, title: string) =>
  page.locator(`section[aria-labelledby="${title}-title"]`);

export function parts(page: Page) {
  const input = region(page, 'input');
  const latent = region(page, 'latent');
  const output = region(page, 'output');
  const training = region(page, 'training');
  const bar = page.locator('#transport');
  return {
    bar,
    input,
    latent,
    output,
    training,
    pad: input.getByLabel('Drawing pad'),
    seen: input.locator('#seen'),
    map: latent.getByLabel('Latent map'),
    slider: (dimension: number) => latent.getByLabel(`Latent dimension ${dimension}`, { exact: true }),
    sliders: latent.getByRole('slider', { name: /^Latent dimension/ }),
    reconstruction: output.getByRole('img', { name: /^Reconstruction: / }),
    start: bar.getByRole('button', { name: 'Start training', exact: true }),
    pause: bar.getByRole('button', { name: 'Pause training', exact: true }),
    step: bar.getByRole('button', { name: 'Single step', exact: true }),
    reset: bar.getByRole('button', { name: 'Reset', exact: true }),
    status: training.getByRole('status', { name: 'Training status' }),
    backend: training.getByLabel('Backend', { exact: true }),
    choice: training.getByRole('combobox', { name: 'Backend choice' }),
  };
}

/** What is seriously in the way of assistive technology. */
export async function seriousViolations(page: Page, within = 'body') {
  // A colour in transition has the contrast of neither end, and one that is out of sight does not go on by itself.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // In one go, for there are no frames, and without lists of what is well: three times as fast on a page of 2,600 elements.
  // An element is told by its source below: a selector of each would be a tenth of the rest.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], selectors: false });
  const { violations } = await axe.include(within).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

/** How many steps a run has made, at work or not. */
export async function stepsMade(page: Page): Promise<number> {
  const place = /Epoch (\d+) · step ([\d,]+) of ([\d,]+)/.exec(await parts(page).status.innerText());
  const [epoch = Number.NaN, step = 0, of = 0] = (place ?? [])
    .slice(1)
    .map((it) => Number(it.replaceAll(',', '')));
  return (epoch - 1) * of + step;
}

/** What a canvas shows. */
export function picture(canvas: Locator): Promise<string> {
  return canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
}

/** Values in which two pictures may differ by one grey level: those of a dozen pixels. */
const ROUNDED = 36;

/**
 * Whether a canvas shows what it did, but for a grey level here and there: in a map that is decoded anew, how a sum is rounded depends
 * on the rows that are decoded together.
 */
export function shows(canvas: Locator, before: string): Promise<boolean> {
  return canvas.evaluate(
    async (element: HTMLCanvasElement, [url, rounded]) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const { width, height } = element;
      if (image.width !== width || image.height !== height) return false;
      const other = new OffscreenCanvas(width, height).getContext('2d');
      other?.drawImage(image, 0, 0);
      const then = other?.getImageData(0, 0, width, height).data;
      const now = element.getContext('2d')?.getImageData(0, 0, width, height).data;
      const apart = now
        ?.map((level, index) => Math.abs(level - (then?.[index] ?? 255)))
        .filter((by) => by > 0);
      return apart !== undefined && apart.length <= rounded && apart.every((by) => by === 1);
    },
    [before, ROUNDED] as const,
  );
}

/** What a canvas shows once it stands still. */
export async function settled(canvas: Locator): Promise<string> {
  let before = '';
  await expect
    .poll(
      async () => {
        const busy = (await canvas.getAttribute('aria-busy')) === 'true';
        const [last, now] = [before, await picture(canvas)];
        before = now;
        return !busy && last === now;
      },
      { intervals: [400] },
    )
    .toBe(true);
  return before;
}

/** How much of the element is in the window, from 0 to 1, in hundredths: a page is scrolled by whole pixels. */
export const inSight = (locator: Locator) =>
  locator.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    const seen = Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
    return Math.round((100 * seen) / height) / 100;
  });

/** Whether a canvas shows more than one colour. */
export function inked(canvas: Locator): Promise<boolean> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const context = element.getContext('2d');
    if (!context || element.width === 0) return false;
    const { data } = context.getImageData(0, 0, element.width, element.height);
    const words = new Uint32Array(data.buffer);
    return words.some((word) => word !== words[0]);
  });
}

export async function value(slider: Locator): Promise<number> {
  return Number(await slider.inputValue());
}

/** Keeps each text that an element has from now on. */
export async function recorded(element: Locator) {
  const texts = await element.evaluateHandle((watched) => {
    const seen: string[] = [];
    const keep = () => seen.push(watched.textContent ?? '');
    new MutationObserver(keep).observe(watched, { childList: true, subtree: true, characterData: true });
    return seen;
  });
  return () => texts.jsonValue();
}

/** Points of a box, from 0 to 1 on both sides. */
type Path = readonly (readonly [number, number])[];

export async function drag(page: Page, target: Locator, path: Path) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to drag on.');
  const [start, ...rest] = path.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const);
  if (!start) return;
  await page.mouse.move(...start);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point, { steps: 5 });
  await page.mouse.up();
}

/** Fingers on an element: each call says where all of them are. */
export async function fingers(page: Page, target: Locator) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to touch.');
  const client = await page.context().newCDPSession(page);
  return (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: Path) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x: box.x + x * box.width, y: box.y + y * box.height, id })),
    });
}

export const one: Path = [
  [0.55, 0.15],
  [0.5, 0.5],
  [0.45, 0.85],
];

/** Lets a test change the page's own scripts: the browser refuses others than those that the page was built with. */
export async function unseal(page: Page) {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const sealed = / integrity="[^"]*"|<script type="importmap">.*?<\/script>/g;
    await route.fulfill({ response, body: (await response.text()).replaceAll(sealed, '') });
  });
}

/** Runs code in a worker, before its own. */
export async function inject(
  page: Page,
  code: string,
  worker: 'trainer' | 'explorer' | 'importer' = 'trainer',
) {
  await unseal(page);
  await page.route(`**/assets/${worker}-*.js`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code};\n${await response.text()}` });
  });
}

/** What was injected waits for this to strike. */
export function strike(page: Page) {
  return page.evaluate(() => new BroadcastChannel('fault').postMessage('now'));
}
