// Long work of which somebody hears, and which he may stop.

import { wrap } from 'comlink';
import type { GoOn } from '../protocol';

const TELL_MS = 100;

type Step = { done: number; all: number };

/** Goes on until all is done, or who listens at the port says no. */
export async function inSteps(port: MessagePort, advance: () => Step | Promise<Step>) {
  const goOn = wrap<GoOn>(port);
  const started = performance.now();
  let told = started;
  for (;;) {
    const { done, all } = await advance();
    if (done === all) return;
    const now = performance.now();
    if (now - told < TELL_MS) continue;
    if (!(await goOn({ done, all, milliseconds: now - started }))) return;
    told = now;
  }
}
