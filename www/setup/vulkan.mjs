// A driver for Vulkan, where there is one or apt can install one: Mesa's runs in software where there is no GPU.

import { existsSync, readdirSync } from 'node:fs';
import { aptInstall } from './apt.mjs';
import { NotHere } from './run.mjs';

/** Where drivers are listed for Vulkan's loader. */
const listings = ['/etc/vulkan/icd.d', '/usr/share/vulkan/icd.d'];
const packages = ['libvulkan1', 'mesa-vulkan-drivers'];

const hasDriver = () => listings.some((folder) => existsSync(folder) && readdirSync(folder).length > 0);

/** NotHere where no driver can be had. */
export async function ensureVulkan() {
  if (!hasDriver()) await aptInstall('Install Debian’s drivers for Vulkan', '1 min', packages);
  if (hasDriver()) return;
  throw new NotHere(
    `There is no driver for Vulkan, and apt cannot install one here: ${packages.join(' and ')} would bring it.`,
  );
}
