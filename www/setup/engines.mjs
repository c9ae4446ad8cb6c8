// Firefox and WebKitGTK for the walks of tests/engines, where they are installed or apt can install them.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt.mjs';
import { NotHere, which } from './run.mjs';

const libraries = '/usr/lib';

/** The browser that comes with WebKitGTK lies among the libraries of the machine's own kind. */
function miniBrowser() {
  if (!existsSync(libraries)) return undefined;
  const folders = readdirSync(libraries).map((kind) => join(libraries, kind, 'webkit2gtk-4.1/MiniBrowser'));
  return folders.find((file) => existsSync(file));
}

/** What each is found by: the paths that its driver needs, by their names in the environment. */
const engines = {
  firefox: {
    title: 'Firefox',
    packages: ['firefox-esr'],
    find: () => ({ FIREFOX_PATH: which('firefox-esr') ?? which('firefox') }),
  },
  webkit: {
    title: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    find: () => ({
      WEBKIT_DRIVER_PATH: which('WebKitWebDriver'),
      MINI_BROWSER_PATH: miniBrowser(),
      XVFB_PATH: which('Xvfb'),
    }),
  },
};

/** The paths of an engine's programs; NotHere where it can neither be found nor installed. */
export async function engineEnvironment(name) {
  const { title, packages, find } = engines[name];
  const isThere = () => Object.values(find()).every(Boolean);
  if (!isThere()) await aptInstall(`Install Debian’s ${title}`, '1 min', packages);
  if (isThere()) return find();
  throw new NotHere(
    `${title} is not installed, and apt cannot install it here: ${packages.join(' and ')} would bring it.`,
  );
}
