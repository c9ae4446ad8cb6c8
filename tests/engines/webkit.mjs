// WebKitGTK: its MiniBrowser on a display without a screen, driven by WebDriver.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { startSession } from './webdriver.mjs';

/** Of WebDriver's private characters, those that stand for the keys that a walk presses. */
const KEYS = { Home: '\uE011', ArrowUp: '\uE013', ArrowRight: '\uE014' };
const MOVE_MS = 50;
/** Of this WebKit makes the language “C”, which Intl refuses. */
const LANG = 'C.UTF-8';

/** Opens a window whose page has `width` by `height` pixels; files that the page saves go to `folder`. */
export async function webkit({ width, height, folder }) {
  const driver = `http://127.0.0.1:${await startDriver({ width, height, folder })}`;
  const session = await startSession(driver, {
    pageLoadStrategy: 'none',
    'webkitgtk:browserOptions': { binary: process.env.MINI_BROWSER_PATH, args: ['--automation'] },
  });
  const { evaluate, pointer, keys } = session;
  assert.ok(
    await evaluate(isLanguageRefused),
    'Of this LANG the browser makes a language that Intl refuses.',
  );
  await session.resize(width, height);
  await session.resize(width, height + (await evaluate(() => outerHeight - innerHeight)));
  return {
    version: session.version,
    evaluate,
    screenshot: session.screenshot,
    close: session.end,
    async open(url) {
      await session.open(url);
      while (!(await evaluate(hear, url))) await wait(20);
    },
    problems: () => evaluate(() => globalThis.problems ?? []),
    drag: ([start, ...path]) => pointer([moveTo(start), button('Down'), ...path.map(moveTo), button('Up')]),
    press: (key) => keys(['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] ?? key }))),
  };
}

/** Whether the browser's language is none by its own rules. */
function isLanguageRefused() {
  try {
    Intl.getCanonicalLocales(navigator.language);
    return false;
  } catch {
    return true;
  }
}

const moveTo = ([x, y]) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: MOVE_MS });
const button = (way) => ({ type: `pointer${way}`, button: 0 });

/**
 * Keeps what the page at a URL reports as an error from now on; false until it is there. WebDriver tells nothing of the
 * console, and what fails before this listens the page says itself.
 */
function hear(url) {
  if (!location.href.startsWith(url)) return false;
  const problems = [];
  Object.assign(globalThis, { problems });
  const keep = (...words) => problems.push(words.map(String).join(' '));
  console.error = keep;
  addEventListener('error', ({ message }) => keep(message));
  addEventListener('unhandledrejection', ({ reason }) => keep(reason));
  return true;
}

/** The port of a driver whose browsers show on a display of their own. */
async function startDriver({ width, height, folder }) {
  const screen = ['-screen', '0', `${width}x${2 * height}x24`, '-nolisten', 'tcp'];
  const display = start(process.env.XVFB_PATH, ['-displayfd', '1', ...screen], process.env);
  const [number] = await once(display.stdout, 'data');
  const port = await freePort();
  start(process.env.WEBKIT_DRIVER_PATH, [`--port=${port}`], {
    PATH: process.env.PATH,
    DISPLAY: `:${String(number).trim()}`,
    LANG,
    // What is saved goes home, where a person has named no folder for it.
    HOME: folder,
    // The sandbox needs what a container does not give.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  });
  return port;
}

/** A program that ends with this process, and its own children with it. */
function start(program, args, env) {
  const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  process.once('exit', () => child.pid && process.kill(-child.pid));
  return child;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address?.port;
}
