// A set-up step: says what it does and how long that usually takes, and shows that it is alive.

const tickSeconds = 30;

/** Rounded first, then taken apart: no remainder rounds up to 60 s. */
export function duration(milliseconds) {
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Does the work with a line before, a sign of life every half a minute, and a line after. */
export async function step(title, usually, work) {
  const start = performance.now();
  const elapsed = () => duration(performance.now() - start);
  console.log(`• ${title} (usually ${usually})`);
  const ticker = setInterval(() => console.log(`  … ${title}: ${elapsed()} so far`), tickSeconds * 1000);
  try {
    const result = await work();
    console.log(`✓ ${title}: ${elapsed()}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
