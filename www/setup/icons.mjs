// The icons of the installed page, from www/icon.svg by a browser: `node www/setup/icons.mjs`, after a change of that drawing.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumEnvironment, chromiumFlags } from './chromium.mjs';
import { installPackages } from './packages.mjs';
import { root } from './paths.mjs';
import { main } from './run.mjs';

const folder = join(root, 'www/icons');

/** Of a maskable icon a system may show no more than the circle of four fifths of its width. */
const icons = [
  { name: 'icon-192', size: 192, drawing: 1, background: 'transparent' },
  { name: 'icon-512', size: 512, drawing: 1, background: 'transparent' },
  { name: 'maskable-512', size: 512, drawing: 0.56, background: '#f6f5f2' },
];

main(async () => {
  await installPackages();
  const { CHROME_PATH: executablePath } = await chromiumEnvironment();
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const page = await browser.newPage();
  const svg = readFileSync(join(root, 'www/icon.svg')).toString('base64');
  mkdirSync(folder, { recursive: true });
  for (const { name, size, drawing, background } of icons) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin: 0; display: grid; place-items: center; height: 100vh; background: ${background}">
        <img width="${size * drawing}" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.locator('img').evaluate(async (image) => {
      if (image instanceof HTMLImageElement) await image.decode();
    });
    writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
});
