/** A frame that comes later, as after a look at another tab, counts as this. */
const LONGEST_FRAME_SECONDS = 0.1;

/**
 * Tells each frame how many seconds have passed since the one before, until the answer is called; none in a hidden tab. For `restMs`
 * after each none is asked for: a frame costs a slow phone its time even where nothing is done in it.
 */
export function everyFrame(step: (seconds: number) => void, restMs = 0): () => void {
  let before = performance.now();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let asked = requestAnimationFrame(frame);
  const ask = () => {
    asked = requestAnimationFrame(frame);
  };
  function frame(now: number) {
    if (restMs > 0) resting = setTimeout(ask, restMs);
    else ask();
    step(Math.min(LONGEST_FRAME_SECONDS, Math.max(0, now - before) / 1000));
    before = now;
  }
  return () => {
    clearTimeout(resting);
    cancelAnimationFrame(asked);
  };
}
