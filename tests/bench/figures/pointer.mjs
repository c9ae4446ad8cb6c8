// From a pointer's move on the latent map to the decoded digit painted on its canvas, idle and while training; and
// the longest task of the main thread meanwhile.

import { setTimeout as sleep } from 'node:timers/promises';
import { median, percentile } from '../../../www/bench/statistics.mjs';
import { serve } from '../../../www/setup/serve.mjs';
import { longestTasks } from '../trace.mjs';

const MOVES_A_SECOND = 60;
const TURNS_A_SECOND = 0.4;
/** Until the page has fetched what was not needed at first. */
const RESTED_MS = 8000;

export const title = 'Dragging on the map: from pointer to pixels, in ms';

export async function measure({ browser, seconds }) {
  const page = await browser.newPage();
  await page.addInitScript(collectMeasures);
  await page.goto(`${await serve({ port: 0 })}?backend=cpu`);
  await page.waitForFunction(() => performance.getEntriesByName('first-decode').length > 0);
  await sleep(RESTED_MS);
  const box = await boxOfMap(page);
  const idle = await latencies(page, box, seconds);
  const idleTasks = await traced(browser, page, box, seconds / 2);

  await page
    .getByRole('region', { name: 'Run controls', exact: true })
    .getByRole('button', { name: 'Start training', exact: true })
    .click();
  await page.getByText(/images\/s/).waitFor();
  const again = await boxOfMap(page);
  const training = await latencies(page, again, seconds);
  const trainingTasks = await traced(browser, page, again, seconds / 2);
  await page.close();
  return {
    idle: { ...idle, tasks: idleTasks },
    training: { ...training, tasks: trainingTasks },
  };
}

/** Runs in the page, which clears its entries as soon as observers have them. */
function collectMeasures() {
  const durations = [];
  globalThis.pointerToPixels = durations;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntriesByName('pointer-to-pixels')) durations.push(duration);
  });
  observer.observe({ type: 'measure' });
}

/** Looked up once: the look-up itself takes the page's main thread up to 50 ms, which are no task of the page's. */
async function boxOfMap(page) {
  const map = page.getByLabel('Latent map');
  await map.scrollIntoViewIfNeeded();
  return map.boundingBox();
}

async function latencies(page, box, seconds) {
  await page.evaluate('pointerToPixels.length = 0');
  const moves = await drag(page, box, seconds);
  const durations = await page.evaluate('pointerToPixels');
  const at = (percent) => percentile(durations, percent);
  return { moves, shown: durations.length, p50: median(durations), p95: at(95), p99: at(99), max: at(100) };
}

async function traced(browser, page, box, seconds) {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await drag(page, box, seconds);
  return longestTasks(JSON.parse(String(await browser.stopTracing())));
}

/** Circles over the map with the button held; returns how many moves it made. */
async function drag(page, box, seconds) {
  const at = (turns) => {
    const x = box.x + box.width * (0.5 + 0.4 * Math.cos(2 * Math.PI * turns));
    const y = box.y + box.height * (0.5 + 0.4 * Math.sin(2 * Math.PI * turns));
    return page.mouse.move(x, y);
  };
  await at(0);
  await page.mouse.down();
  const start = performance.now();
  let moves = 0;
  for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - start) / 1000) {
    await at(TURNS_A_SECOND * elapsed);
    moves += 1;
    await sleep(Math.max(0, start + (1000 * moves) / MOVES_A_SECOND - performance.now()));
  }
  await page.mouse.up();
  return moves;
}

export function rows({ idle, training }) {
  const row = (name, it) => ({
    page: name,
    'moves sent': it.moves,
    'moves shown': it.shown,
    p50: it.p50.toFixed(1),
    p95: it.p95.toFixed(1),
    p99: it.p99.toFixed(1),
    max: it.max.toFixed(1),
    'longest task': it.tasks.byClock.toFixed(1),
    'on the processor': it.tasks.onProcessor.toFixed(1),
  });
  return [row('idle', idle), row('training', training)];
}
