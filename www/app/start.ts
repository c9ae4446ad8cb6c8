// What the page opens with: the first digit, then what it does without.

import { computed } from '@preact/signals-core';
import { given } from './async/given';
import type { Page } from './page';
import type { UrlSettings } from './url';

export async function open(page: Page, url: UrlSettings) {
  const { state, send } = page;
  send({ do: 'open model' });
  const { latent, model } = state;
  // Where it does not come, the rest does.
  await given(computed(() => latent.decoded.value ?? (model.opening.value === 'failed' || undefined)));
  send({ do: 'list models' });
  if (url.model) send({ do: 'choose model', file: `${url.model}.safetensors` });
  send({ do: 'open data' });
  const { followAddress } = await import('./link');
  await followAddress(page, url);
}
