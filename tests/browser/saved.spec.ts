// Runs outlive the page: a reload offers to go on, and what is kept can be opened, renamed, duplicated and deleted.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { drop } from './drop';
import {
  drag,
  expect,
  inked,
  one,
  open,
  parts,
  picture,
  region,
  settled,
  stepsMade,
  test,
  three,
} from './page';

const saved = (page: Page) => page.locator('#saved');
const offer = (page: Page) => page.locator('#saved-offer');

/** Trains a small model for a few steps, and waits until it is kept. */
async function train(page: Page, steps: number) {
  await page.getByLabel('Hidden sizes').fill('16');
  for (let step = 1; step <= steps; step++) {
    await parts(page).step.click();
    await expect(parts(page).status).toContainText(`${step} ${step === 1 ? 'step' : 'steps'},`);
  }
  await saved(page).scrollIntoViewIfNeeded();
  await expect(saved(page).locator('tbody tr').first().locator('.figure').first()).toHaveText(String(steps));
}

/** Every point of the training curve by its step. */
const curve = async (page: Page) => {
  const table = page.locator('#curves-table');
  // As it was left, after a reload.
  if ((await table.getAttribute('open')) === null) await table.locator('summary').click();
  return page.locator('#curves-table tbody tr').allInnerTexts();
};

test('a reload in the middle of a run offers to go on, and the loss goes on where it was', async ({
  page,
}) => {
  await open(page, '?backend=cpu&seed=3');
  await train(page, 6);
  const unbroken = await curve(page);
  await saved(page)
    .getByRole('button', { name: /^Delete/ })
    .click();
  await parts(page).reset.click();

  await train(page, 3);
  await open(page, '?backend=cpu&seed=3');
  await expect(offer(page)).toContainText('Run 2 is saved up to step 3, and can go on from there.');
  await page.locator('#saved-leave').click();
  await expect(offer(page)).toBeHidden();
  // What was reset before is among the runs to compare again; this table is of the present run alone.
  const earlier = region(page, 'runs');
  await earlier.getByRole('checkbox', { name: 'Show the curves of Run 1' }).uncheck();
  await saved(page).scrollIntoViewIfNeeded();
  await saved(page).getByRole('button', { name: 'Open Run 2' }).click();
  await expect(parts(page).status).toContainText('3 steps,');
  for (const step of [4, 5, 6]) {
    await parts(page).step.click();
    await expect(parts(page).status).toContainText(`${step} steps,`);
  }
  expect(await curve(page)).toEqual(unbroken);
  // With its history: since it was opened there were four moments at most.
  const moments = async () => Number(await page.getByLabel('History of the run').getAttribute('max'));
  await expect.poll(moments).toBeGreaterThan(4);

  await earlier.getByRole('button', { name: 'Train Run 1 further' }).click();
  // Before its first step a run that goes on tells no place.
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(6);
  await parts(page).pause.click();
  await expect.poll(moments).toBeGreaterThan(4);
  // Its history begins where it did, not where it goes on.
  const history = page.getByLabel('History of the run');
  await history.fill('0');
  await expect(history).toHaveAttribute('aria-valuetext', /step 0\b/);
});

test('a saved run is renamed, duplicated, deleted, and brought back', async ({ page }) => {
  await open(page);
  await train(page, 1);
  const name = saved(page).getByRole('textbox', { name: 'Name of Run 1, saved' });
  await name.fill('mine');
  await name.press('Enter');
  await saved(page).getByRole('button', { name: 'Duplicate mine' }).click();
  await expect(saved(page).getByRole('row')).toHaveCount(3);
  await saved(page).getByRole('button', { name: 'Delete Copy of mine from this browser' }).click();
  await expect(saved(page).getByRole('row')).toHaveCount(2);
  await page.locator('#undo-last').click();
  await expect(saved(page).getByRole('row')).toHaveCount(3);
  await page.reload();
  await expect(saved(page)).toContainText('2 runs');
});

test('what sets a saved run apart from the others is said of it', async ({ page }) => {
  await open(page);
  await train(page, 1);
  await expect(saved(page)).not.toContainText('Beta');
  await parts(page).reset.click();
  await page.getByLabel(/^Beta at once/).fill('4');
  await train(page, 1);
  const rows = saved(page).locator('tbody tr');
  await expect(rows.first()).toContainText('VAE 784–16–2 · Beta 4');
  await expect(rows.last()).toContainText('VAE 784–16–2 · Beta 1');
});

test('a run that an earlier version has kept is there with its curves', async ({ page }) => {
  await open(page, '?backend=cpu&seed=3');
  await train(page, 2);
  const kept = await curve(page);
  // A page of this site that has nothing of it open.
  await page.goto('./bench.html');
  await page.evaluate(asFirstVersion);
  await open(page, '?backend=cpu&seed=3');
  await expect(offer(page)).toContainText('Run 1 is saved up to step 2, and can go on from there.');
  await page.locator('#saved-go-on').click();
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(2);
  await parts(page).pause.click();
  expect((await curve(page)).slice(0, kept.length)).toEqual(kept);
});

/** What is kept, as the first version of the database had it: curves with the entry, and no moments. */
async function asFirstVersion() {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const name = 'latent-explorer';
  const present = await done(indexedDB.open(name));
  const stores = present.transaction(['runs', 'files']);
  const runs = await done(stores.objectStore('runs').getAll());
  const files = await Promise.all(
    runs.map(async (run) => ({ ...(await done(stores.objectStore('files').get(run.id))) })),
  );
  present.close();
  await done(indexedDB.deleteDatabase(name));
  const first = indexedDB.open(name, 1);
  first.onupgradeneeded = () => {
    const list = first.result.createObjectStore('runs', { keyPath: 'id' });
    const checkpoints = first.result.createObjectStore('files');
    for (const [index, run] of runs.entries()) {
      const { history, ...file } = files[index] ?? {};
      list.put({ ...run, history });
      checkpoints.put(file, run.id);
    }
  };
  (await done(first)).close();
}

test('the storage is waited for that an earlier version has, and left to a newer one with the run as it is', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  // A page of this site that has nothing of it open.
  await other.goto('./bench.html');
  const earlier = await other.evaluateHandle(openAs, 2);
  await open(page);
  await page.getByLabel('Hidden sizes').fill('16');
  await parts(page).step.click();
  const words = saved(page).locator('#saved-words');
  await words.scrollIntoViewIfNeeded();
  await expect(words).toContainText(
    'Nothing can be saved yet: another tab has an earlier version of this page',
  );
  await earlier.evaluate((database) => database.close());
  const steps = saved(page).locator('tbody tr').first().locator('.figure').first();
  await expect(steps).toHaveText('1');
  await expect(words).toContainText('The present run is saved every 20 s');

  const newer = await other.evaluateHandle(openAs, 4);
  await expect(words).toContainText(
    'Saving has stopped in this tab: another one has a newer version of this page.',
  );
  await parts(page).step.click();
  await expect(parts(page).status).toContainText('2 steps,');
  await expect(steps).toHaveText('1');
  await expect(words).toContainText('Saving has stopped in this tab');
  await newer.evaluate((database) => database.close());
});

/** The storage of runs, as such a version of the page has it. */
function openAs(version: number) {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('latent-explorer', version);
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion > 0) return;
      opening.result.createObjectStore('runs', { keyPath: 'id' });
      for (const name of ['files', 'moments']) opening.result.createObjectStore(name);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

test('a run that another tab is at work on is neither opened nor renamed here', async ({ page, context }) => {
  await open(page);
  await train(page, 1);
  const other = await context.newPage();
  await open(other);
  await expect(offer(other)).toBeHidden();
  await saved(other).scrollIntoViewIfNeeded();
  await saved(other).getByRole('button', { name: 'Open Run 1' }).click();
  const alert = other.getByRole('alert');
  await expect(alert).toContainText('Another tab is at work on this run');
  await other.locator('#dismiss').click();
  const name = saved(other).getByRole('textbox', { name: 'Name of Run 1, saved' });
  await name.fill('mine');
  await name.press('Enter');
  await expect(alert).toContainText('Another tab is at work on this run');
  await expect(name).toHaveValue('Run 1');
  // It is opened there, while it is one of the runs to compare here.
  await other.locator('#dismiss').click();
  await parts(page).reset.click();
  const compared = region(page, 'runs').getByRole('textbox', { name: 'Name of Run 1' });
  await expect(compared).toHaveValue('Run 1');
  // The tab that leaves it is heard of a moment later.
  await expect(async () => {
    await saved(other).getByRole('button', { name: 'Open Run 1' }).click();
    await expect(parts(other).status).toContainText('1 step,', { timeout: 2000 });
  }).toPass();
  await compared.fill('ours');
  await compared.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Another tab is at work on this run');
  await expect(compared).toHaveValue('Run 1');
});

test('a page that is killed while it saves leaves the run as it was saved before', async ({
  context,
  page,
}) => {
  // With all of the saving asked for, and none of it done, the page stands still until it is killed.
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      if (this.name !== 'files' || !Reflect.get(window, 'hangs')) return request;
      console.debug('half saved');
      for (;;);
    };
  });
  await open(page, '?backend=cpu&seed=3');
  await train(page, 2);
  await page.evaluate(() => Object.assign(window, { hangs: true }));
  const half = page.waitForEvent('console', (message) => message.text() === 'half saved');
  const session = await context.newCDPSession(page);
  await Promise.all([half, parts(page).step.click({ noWaitAfter: true })]);
  const crash = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crash;

  const next = await context.newPage();
  await open(next, '?backend=cpu&seed=3');
  await expect(offer(next)).toContainText('Run 1 is saved up to step 2, and can go on from there.');
  await next.locator('#saved-go-on').click();
  await expect.poll(() => stepsMade(next)).toBeGreaterThan(2);
});

test('what another tab keeps is listed here without a reload', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await saved(other).scrollIntoViewIfNeeded();
  await expect(saved(other)).toContainText('A run that you train is saved here by itself');
  await train(page, 1);
  await expect(saved(other).getByRole('textbox', { name: 'Name of Run 1, saved' })).toBeVisible();
  await parts(page).reset.click();
  await saved(page).getByRole('button', { name: 'Delete Run 1' }).click();
  await expect(saved(other).getByRole('textbox')).toHaveCount(0);
  await expect(saved(other)).toContainText('Deleted in another tab: Run 1.');
  await page.locator('#undo-last').click();
  await expect(saved(other).getByRole('textbox')).toHaveCount(1);
  await expect(saved(other)).not.toContainText('Deleted in another tab');
});

test('a changed file is told by its checksum, and what is shown stays', async ({ page }) => {
  await open(page);
  await train(page, 1);
  await page.evaluate(async () => {
    const request = indexedDB.open('latent-explorer');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const store = request.result.transaction('files', 'readwrite').objectStore('files');
    const [key] = await new Promise<IDBValidKey[]>((resolve) => {
      const keys = store.getAllKeys();
      keys.onsuccess = () => resolve(keys.result);
    });
    await new Promise((resolve) => {
      const read = store.get(key ?? '');
      read.onsuccess = () => {
        read.result.checkpoint[5000] ^= 1;
        store.put(read.result, key).onsuccess = resolve;
      };
    });
  });
  await page.reload();
  await page.locator('#saved-go-on').click();
  await expect(page.getByRole('alert')).toContainText('its checksum differs');
  await expect(parts(page).status).toContainText('Shipped model');
});

test('a run’s size is all that is kept of it, and a changed moment of its history costs itself alone', async ({
  page,
}) => {
  await open(page, '?backend=cpu&seed=3');
  await train(page, 4);
  const bytes = await page.evaluate(changeMoment);
  await expect(saved(page).locator('tbody tr .figure').last()).toHaveText(`${(bytes / 1e6).toFixed(1)} MB`);
  await page.reload();
  await page.locator('#saved-go-on').click();
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(4);
  await parts(page).pause.click();
  await expect(saved(page)).toContainText('A moment of the history of Run 1 is left out');
  const history = page.getByLabel('History of the run');
  await history.fill('0');
  await expect(history).toHaveAttribute('aria-valuetext', /step 1\b/);
});

/** The first one of the only run's; answers with what that run takes. */
async function changeMoment() {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const database = await done(indexedDB.open('latent-explorer'));
  const transaction = database.transaction(['files', 'moments'], 'readwrite');
  const moments = transaction.objectStore('moments');
  const [[file], [key], all] = await Promise.all([
    done(transaction.objectStore('files').getAll()),
    done(moments.getAllKeys()),
    done(moments.getAll()),
  ]);
  all[0].weights[1000] ^= 1;
  await done(moments.put(all[0], key));
  database.close();
  return all.reduce((sum, { weights }) => sum + weights.byteLength, file.checkpoint.byteLength);
}

test('a run and a model go out as files and come in again; what is no model is refused', async ({ page }) => {
  await open(page, '?backend=cpu&seed=3');
  await train(page, 2);
  const waits = page.waitForEvent('download');
  await saved(page)
    .getByRole('button', { name: /^Save Run 1 as a safetensors file/ })
    .click();
  const download = await waits;
  expect(download.suggestedFilename()).toBe('Run-1.safetensors');
  const path = await download.path();
  const file = page.getByLabel('Open a model file');
  await file.setInputFiles({ name: 'mine.safetensors', mimeType: '', buffer: await readFile(path) });
  await expect(page.getByRole('textbox', { name: 'Name of mine, saved' })).toBeVisible();
  // The run that was there has made as many steps: it is another one by now.
  await expect(page.locator('#model-words')).toContainText('The model of mine,');
  await expect(parts(page).status).toContainText('2 steps,');
  await parts(page).step.click();
  await expect(parts(page).status).toContainText('3 steps,');

  await file.setInputFiles('assets/mnist-10d.safetensors');
  await expect(page.getByRole('textbox', { name: 'Name of mnist-10d, saved' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Principal axes' })).toBeVisible();
  const words = page.locator('#model-words');
  await expect(words).toHaveText(
    'The model of mnist-10d, as it is now. VAE 784–320–160–10, binarised MNIST, Bernoulli.',
  );
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
  await expect(page.locator('#evaluation-subject')).toHaveText('mnist-10d at step 0');
  const half = page.waitForEvent('download');
  await page.locator('#take-out-half').click();
  const taken = await half;
  expect(taken.suggestedFilename()).toBe('mnist-10d-step-0-float16.safetensors');
  const bytes = await readFile(await taken.path());
  const header = JSON.parse(bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE())).toString());
  expect(header['encoder.hidden.0.weight'].dtype).toBe('F16');
  expect(JSON.parse(header.__metadata__.evaluation).activeUnits).toBe(10);
  expect(JSON.parse(header.__metadata__.run).model).toEqual(JSON.parse(header.__metadata__.model));
  await drop(page, 'dropped.safetensors', bytes);
  await expect(page.getByRole('textbox', { name: 'Name of dropped, saved' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Principal axes' })).toBeVisible();

  await file.setInputFiles({ name: 'cut.safetensors', mimeType: '', buffer: Buffer.from('no model') });
  await expect(page.getByRole('alert')).toContainText(
    'cut.safetensors was not brought in. It is no safetensors file:',
  );
  await expect(page.getByRole('textbox', { name: 'Name of mnist-10d, saved' })).toBeVisible();
});

test('a model that was brought in is named by no address, and a reload says what has become of it', async ({
  page,
}) => {
  await open(page, '?backend=cpu&model=mnist-20d');
  await expect(parts(page).sliders).toHaveCount(20);
  await page.getByLabel('Open a model file').setInputFiles('assets/mnist-10d.safetensors');
  await expect(page.locator('#model-words')).toContainText('The model of mnist-10d,');
  await expect(page).not.toHaveURL(/model=/);
  await expect(offer(page)).toBeHidden();
  await page.reload();
  await expect(offer(page)).toContainText(
    'mnist-10d, a model from a file, was open on this page, and is saved.',
  );
  await page.locator('#saved-go-on').click();
  await expect(parts(page).sliders).toHaveCount(10);
  await expect(offer(page)).toBeHidden();
  await expect(parts(page).start).toBeVisible();
});

test('the file of a shipped model says how it was trained, and opens again', async ({ page }) => {
  await open(page);
  await saved(page).scrollIntoViewIfNeeded();
  const waits = page.waitForEvent('download');
  await page.locator('#take-out-shown').click();
  const download = await waits;
  expect(download.suggestedFilename()).toBe('mnist-2d.safetensors');
  const bytes = await readFile(await download.path());
  const header = JSON.parse(bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE())).toString());
  const { run, epochs, model } = header.__metadata__;
  expect(JSON.parse(run).model).toEqual(JSON.parse(model));
  const { train } = JSON.parse(run);
  expect(train).toMatchObject({ seed: 1, schedule: { kind: 'cosine', epochs: 300 } });
  expect(epochs).toBe('300');
  await drop(page, 'shipped.safetensors', bytes);
  await expect(page.getByRole('textbox', { name: 'Name of shipped, saved' })).toBeVisible();
});

test('a full storage is said, training goes on, and is saved again once there is room', async ({ page }) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (Reflect.get(window, 'isFull')) throw new DOMException('No room.', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  await open(page, '?backend=cpu&seed=3');
  await train(page, 1);
  await page.evaluate(() => Object.assign(window, { isFull: true }));
  const words = page.locator('#saved-words');
  await parts(page).step.click();
  await expect(words).toContainText('The last state could not be saved: the browser’s storage is full.');
  await parts(page).step.click();
  await expect(parts(page).status).toContainText('3 steps,');
  await saved(page).getByRole('button', { name: 'Duplicate Run 1' }).click();
  await expect(page.getByRole('alert')).toContainText('the browser’s storage for this page is full');
  await page.evaluate(() => Object.assign(window, { isFull: false }));
  await parts(page).step.click();
  await expect(words).toContainText('1 run, ');
  await expect(saved(page).locator('tbody .figure').first()).toHaveText('4');
});

test('a blocked storage is said, and training goes on', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not here.', 'SecurityError');
    };
  });
  await open(page, '?backend=cpu&seed=3');
  await page.getByLabel('Hidden sizes').fill('16');
  await parts(page).start.click();
  await expect.poll(() => stepsMade(page)).toBeGreaterThan(2);
  await parts(page).pause.click();
  await saved(page).scrollIntoViewIfNeeded();
  await expect(page.locator('#saved-words')).toHaveText(
    'Nothing can be saved: the browser blocks storage for this page, or the window is private.',
  );
  await expect(parts(page).status).toContainText('Paused');
  const steps = await stepsMade(page);
  await parts(page).step.click();
  await expect.poll(() => stepsMade(page)).toBe(steps + 1);
});

test('a drawing, its steps and the layout are there again after a reload', async ({ page }) => {
  await open(page);
  const { pad, seen, input } = parts(page);
  await drag(page, pad, one);
  await expect.poll(() => inked(seen)).toBe(true);
  const first = await settled(seen);
  await drag(page, pad, three);
  await expect.poll(() => picture(seen)).not.toBe(first);
  const second = await settled(seen);
  await page.locator('#directions > summary').click();
  await page.locator('#terms > summary').click();
  const kept = (name: string) =>
    page.evaluate(async (name) => {
      const request = indexedDB.open('latent-explorer page');
      await new Promise((resolve) => (request.onsuccess = resolve));
      const read = request.result.transaction('kept').objectStore('kept').get(name);
      await new Promise((resolve) => (read.onsuccess = resolve));
      request.result.close();
      return read.result;
    }, name);
  await expect.poll(async () => (await kept('drawing'))?.present.length).toBe(2);
  await expect.poll(async () => (await kept('layout'))?.folds).toEqual({ directions: true, terms: false });
  await expect(page).toHaveURL(/open=(directions,-terms|-terms,directions)/);

  await page.reload();
  await expect.poll(() => picture(seen)).toBe(second);
  await expect(page.locator('#directions')).toHaveAttribute('open');
  await expect(page.locator('#terms')).not.toHaveAttribute('open');
  await input.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => picture(seen)).toBe(first);
});
