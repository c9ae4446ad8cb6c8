// From now on the site is kept in this browser, and newer versions of it are noticed.

import { isolate } from '../../app/isolation';
import type { Page } from '../../app/page';
import { WHOLE } from '../../app/plane/viewport';
import { savesData } from '../../app/saves-data';
import { keepBuilds, onNewerVersion, register } from '../../app/service-worker';
import { hasFusedProducts } from '../../engine/fused-products';
import { isIsolated } from '../../engine/isolated';
import type { Module } from '../../engine/protocol';

export async function keepSite({ state, base }: Page, isUntouched: () => boolean) {
  const registration = await register(base);
  if (!registration) return;
  onNewerVersion(registration, () => {
    state.newerVersion.offered.value = true;
  });
  await isolate(() => isUntouched() && state.plane.window.peek() === WHOLE);
  if (!savesData()) await keepBuilds(buildsToKeep());
}

/** What this browser's work takes beside what the page opens with; but WebGPU's, as large as these together, only when it is used. */
function buildsToKeep(): Module[] {
  const threads = hasFusedProducts() ? 'fused' : 'threads';
  return ['import', 'uses', ...(isIsolated() ? ([threads] as const) : [])];
}
