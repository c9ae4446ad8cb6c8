// What takes long says what it does and how long that usually takes, and shows that it is alive.

const tickSeconds = 30;

/** Rounded first, then taken apart: no remainder rounds up to 60 s. */
export function duration(milliseconds) {
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Does the work with a sign of life every half a minute. */
export async function alive(title, work) {
  const start = performance.now();
  const ticker = setInterval(
    () => console.log(`  … ${title}: ${duration(performance.now() - start)} so far`),
    tickSeconds * 1000,
  );
  try {
    return await work();
  } finally {
    clearInterval(ticker);
  }
}

/** The same with a line before and a line after. */
export async function step(title, usually, work) {
  const start = performance.now();
  console.log(`• ${title} (usually ${usually})`);
  const result = await alive(title, work);
  console.log(`✓ ${title}: ${duration(performance.now() - start)}`);
  return result;
}
