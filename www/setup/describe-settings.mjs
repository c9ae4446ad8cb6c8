// The settings as the crate describes them, for the page: asked of the CPU build, which needs no browser for that.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Writes settings.json beside a build. */
export async function describeSettings(folder) {
  const { href } = pathToFileURL(join(folder, 'latent.js'));
  // A build made anew is another module.
  const latent = await import(`${href}?made=${Date.now()}`);
  latent.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
  const run = latent.defaultRun();
  const form = latent.writeForm(run);
  const described = {
    settings: latent.settingsSchema(),
    kinds: latent.modelKinds(),
    run,
    form,
    check: latent.checkForm(form),
  };
  writeFileSync(join(folder, 'settings.json'), `${JSON.stringify(described, null, 1)}\n`);
}
