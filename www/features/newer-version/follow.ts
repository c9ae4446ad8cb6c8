// The service worker comes when the first digit is there and the page has nothing else to do: it takes nothing from a first visit.

import { whenIdle } from '../../app/async/idle';
import { isolate, untouched } from '../../app/isolation';
import { opened } from '../../app/model/opened';
import type { Page } from '../../app/page';
import { WHOLE } from '../../app/plane/viewport';

export async function followVersions({ state, base }: Page) {
  const isUntouched = untouched();
  await opened(state);
  await new Promise<void>((resolve) => whenIdle(resolve));
  const { onNewerVersion, register } = await import('../../app/service-worker');
  const registration = await register(base);
  if (!registration) return;
  onNewerVersion(registration, () => {
    state.newerVersion.offered.value = true;
  });
  await isolate(() => isUntouched() && state.plane.window.peek() === WHOLE);
}
