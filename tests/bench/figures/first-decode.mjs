// What opening the page costs until the first decoded digit is on screen, with nothing cached.

import { median } from '../../../www/bench/statistics.mjs';
import { serve } from '../../../www/setup/serve.mjs';

const LOADS = 5;

export const title = `Opening the page: until the first decode, median of ${LOADS} loads with an empty cache`;

export async function measure({ browser }) {
  const url = await serve({ port: 0 });
  // The first load is the server's and the browser's warm-up.
  await openOnce(browser, url);
  const loads = [];
  for (let i = 0; i < LOADS; i++) loads.push(await openOnce(browser, url));
  return {
    milliseconds: median(loads.map((it) => it.milliseconds)),
    bytes: median(loads.map((it) => it.bytes)),
    loads,
  };
}

/** A fresh context has a cache of its own. */
async function openOnce(browser, url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
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

export function rows({ milliseconds, bytes }) {
  return [{ milliseconds: Math.round(milliseconds), 'MB transferred': (bytes / 1e6).toFixed(3) }];
}
