// Runs a figure in the benchmark's page for which systems take turns that cannot all be in that one page.

import { openBenchPage } from './bench-page.mjs';
import { buildNative, native } from './native.mjs';

/** Has the isolated page measure `figure`, with systems in a plain page and native ones taking their turns too. */
export async function takeTurns(browser, figure, systems, seconds) {
  const pages = { isolated: await openBenchPage(browser, { isolated: true }) };
  const natives = new Map();
  for (const { name, place, threads, setting } of systems) {
    if (place === 'native') natives.set(name, native(threads));
    if (place !== 'plain') continue;
    pages.plain ??= await openBenchPage(browser, { isolated: false });
    const { page, base } = pages.plain;
    await page.evaluate(`systems.open(${[name, base, setting].map((it) => JSON.stringify(it))})`);
  }
  if (natives.size > 0) await buildNative();
  const { page, base } = pages.isolated;
  await page.exposeFunction('elsewhere', (name, method, argument) => {
    const own = natives.get(name);
    if (own) return own[method](argument);
    return pages.plain.page.evaluate(
      `systems.${method}(${JSON.stringify(name)}, ${JSON.stringify(argument)})`,
    );
  });
  const entrants = systems.map(({ name, device, place, setting }) =>
    place === 'isolated' ? { name, device, setting } : { name, device },
  );
  try {
    return await page.evaluate(`figures.${figure}(${JSON.stringify({ base, seconds, systems: entrants })})`);
  } finally {
    for (const { close } of Object.values(pages)) await close();
    for (const it of natives.values()) it.close();
  }
}
