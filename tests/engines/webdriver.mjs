// As much of WebDriver as a walk needs: https://www.w3.org/TR/webdriver2/

import { setTimeout as wait } from 'node:timers/promises';
import { PATIENCE_MS } from './page.mjs';

async function request(method, url, body) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(url, { method, signal, ...(body && { body: JSON.stringify(body) }) });
  /** @type {any} */
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}, ${value.message}`);
  return value;
}

/** Until the driver's program listens. */
async function ready(driver) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await request('GET', `${driver}/status`);
    } catch (error) {
      if (Date.now() > until) throw error;
      await wait(100);
    }
  }
}

/** Commands to the browser that the driver at a URL starts. */
export async function startSession(driver, capabilities) {
  await ready(driver);
  const alwaysMatch = { capabilities: { alwaysMatch: capabilities } };
  const { sessionId, capabilities: given } = await request('POST', `${driver}/session`, alwaysMatch);
  const session = `${driver}/session/${sessionId}`;
  const post = (command, body) => request('POST', `${session}/${command}`, body);
  const act = (type, id, actions, more) => post('actions', { actions: [{ type, id, actions, ...more }] });
  return {
    version: given.browserVersion,
    resize: (width, height) => post('window/rect', { width, height }),
    open: (url) => post('url', { url }),
    evaluate: (work, ...args) => post('execute/sync', { script: `return (${work})(...arguments)`, args }),
    pointer: (actions) => act('pointer', 'mouse', actions, { parameters: { pointerType: 'mouse' } }),
    keys: (actions) => act('key', 'keys', actions),
    screenshot: async () => Buffer.from(await request('GET', `${session}/screenshot`), 'base64'),
    end: () => request('DELETE', session),
  };
}
