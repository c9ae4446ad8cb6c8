/** A frame that comes later, as after a look at another tab, counts as this. */
const LONGEST_FRAME_SECONDS = 0.2;

/** A frame that rests does so for as many times as long as it has taken: what it asks for takes its time too. */
const RESTS = 3;

/**
 * Tells each frame how many seconds have passed since the one before, until the answer is called; none in a hidden tab. For `restMs`
 * after each none is asked for, and for longer where frames take long: a slow phone has time left for the hand that comes.
 */
export function everyFrame(step: (seconds: number) => void, restMs = 0): () => void {
  let before = performance.now();
  let waits: ReturnType<typeof setTimeout> | undefined;
  let asked = requestAnimationFrame(frame);
  const ask = () => {
    asked = requestAnimationFrame(frame);
  };
  const rest = (since: number) => {
    waits = setTimeout(ask, Math.max(restMs, RESTS * (performance.now() - since)));
  };
  function frame(now: number) {
    const since = performance.now();
    // Behind the layout and the paint of this frame.
    if (restMs > 0) waits = setTimeout(rest, 0, since);
    else ask();
    step(Math.min(LONGEST_FRAME_SECONDS, Math.max(0, now - before) / 1000));
    before = now;
  }
  return () => {
    clearTimeout(waits);
    cancelAnimationFrame(asked);
  };
}
