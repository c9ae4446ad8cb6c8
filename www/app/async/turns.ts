import { macrotask } from '../../engine/macrotask';

/** So long the browser waits for its own turn: half a frame. */
const TURN_MS = 8;

/** Work in turns: to be awaited between its parts, so that what else waits is let in where they take long together. */
export function inTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN_MS) return;
    await macrotask();
    began = performance.now();
  };
}
