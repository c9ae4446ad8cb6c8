// What opening the page costs until the first decoded digit is on screen, with nothing cached.

import { median } from '../../../www/bench/statistics.mjs';
import { serve } from '../../../www/setup/serve.mjs';

const LOADS = 5;

/** What Chromium's network emulation takes: ms from request to answer, bytes a second. */
const lines = {
  'this machine': undefined,
  '4G: 9 Mbit/s, 85 ms': {
    offline: false,
    latency: 85,
    downloadThroughput: 9e6 / 8,
    uploadThroughput: 9e6 / 8,
  },
};

export const title = `Opening the page: until the first decode, median of ${LOADS} loads with an empty cache`;

export async function measure({ browser }) {
  const url = await serve({ port: 0 });
  // The first load is the server's and the browser's warm-up.
  await openOnce(browser, url);
  const results = [];
  for (const [line, conditions] of Object.entries(lines)) {
    const loads = [];
    for (let i = 0; i < LOADS; i++) loads.push(await openOnce(browser, url, conditions));
    const milliseconds = median(loads.map((it) => it.milliseconds));
    results.push({ line, milliseconds, bytes: median(loads.map((it) => it.bytes)), loads });
  }
  return results;
}

/** A fresh context has a cache of its own. */
async function openOnce(browser, url, conditions) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    if (conditions) await throttle(context, page, conditions);
    const finished = [];
    page.on('requestfinished', (request) => finished.push(request));
    await page.goto(url);
    const mark = await page.waitForFunction(() => performance.getEntriesByName('first-decode')[0]?.startTime);
    const milliseconds = Number(await mark.jsonValue());
    const decodedAt = (await page.evaluate(() => performance.timeOrigin)) + milliseconds;
    const files = await Promise.all(
      finished.filter((request) => endOf(request) <= decodedAt).map(transferOf),
    );
    return { milliseconds, bytes: files.reduce((total, { bytes }) => total + bytes, 0), files };
  } finally {
    await context.close();
  }
}

async function throttle(context, page, conditions) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', conditions);
}

function endOf(request) {
  const { startTime, responseEnd } = request.timing();
  return startTime + responseEnd;
}

/** From the headers, which hold the compressed length: for a worker's script the browser does not report its own count. */
async function transferOf(request) {
  const response = await request.response();
  const { responseHeadersSize } = await request.sizes();
  const bytes = responseHeadersSize + Number(await response?.headerValue('content-length'));
  return { path: new URL(request.url()).pathname, bytes };
}

export function rows(results) {
  return results.map(({ line, milliseconds, bytes }) => ({
    line,
    milliseconds: Math.round(milliseconds),
    'MB transferred': (bytes / 1e6).toFixed(3),
  }));
}
