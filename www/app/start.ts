// What the page opens with: the first digit, then what it does without.

import { given } from './async/given';
import type { Manifest } from './data/state';
import { ModelStream } from './model/model-stream';
import { openingModel } from './model/opening-model';
import type { Page } from './page';
import type { UrlSettings } from './url';

export async function open(page: Page, url: UrlSettings) {
  const { state, explorer, load, send, report } = page;
  const weights = new ModelStream(openingModel(load));
  page.model.opened(await explorer.open(await weights.decodable()));
  await given(state.latent.decoded);
  complete(page, weights).catch(report);
  send({ do: 'list models' });
  if (url.model) send({ do: 'choose model', file: `${url.model}.safetensors` });
  state.data.manifest.value = (await (await load('data/manifest.json')).json()) as Manifest;
  state.data.testSamples.value = await explorer.ask((it) => it.data.openTest());
}

async function complete({ model }: Page, weights: ModelStream) {
  await model.complete(await weights.whole());
}
