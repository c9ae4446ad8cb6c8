// What the page opens with: the first digit, then what it does without.

import { part } from './async/part';
import { opened } from './model/opened';
import type { Page } from './page';
import type { UrlSettings } from './url';

export async function open(page: Page, url: UrlSettings) {
  const { state, send } = page;
  send({ do: 'open model' });
  await opened(state);
  send({ do: 'list models' });
  if (url.model) send({ do: 'choose model', file: `${url.model}.safetensors` });
  send({ do: 'open data' });
  if (url.data) send({ do: 'choose data', key: url.data });
  const { followAddress } = await part(import('./link'));
  await followAddress(page, url);
}
