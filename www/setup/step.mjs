// A set-up step: says what it does and how long that usually takes, and shows that it is alive.

const tickSeconds = 30;

export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
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
