/** A frame that comes later, as after a look at another tab, counts as this. */
const LONGEST_FRAME_SECONDS = 0.1;

/** Tells each frame how many seconds have passed since the one before, until the answer is called; none in a hidden tab. */
export function everyFrame(step: (seconds: number) => void): () => void {
  let before = performance.now();
  let asked = requestAnimationFrame(frame);
  function frame(now: number) {
    asked = requestAnimationFrame(frame);
    step(Math.min(LONGEST_FRAME_SECONDS, Math.max(0, now - before) / 1000));
    before = now;
  }
  return () => cancelAnimationFrame(asked);
}
