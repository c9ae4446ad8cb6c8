// Measures a use of a copy of a model, a little at a time, so that it can be stopped.

import { wrap } from 'comlink';
import { fetchSamples } from '../files';
import type { GoOn, Site } from '../protocol';
import type { SurveyorApi } from '../protocol/surveyor';
import { loadUses } from '../uses/build';
import { serve } from './serve';

const TELL_MS = 100;

class SurveyorWorker implements SurveyorApi {
  async survey(
    site: Site,
    { use, weights, images }: Parameters<SurveyorApi['survey']>[1],
    port: MessagePort,
  ) {
    const goOn = wrap<GoOn>(port);
    const latent = await loadUses(site.base);
    const session = new latent.SurveySession(use, weights, images);
    const train = await fetchSamples(latent, site, 'train');
    const test = await fetchSamples(latent, site, 't10k');
    const started = performance.now();
    let told = started;
    for (;;) {
      const { done, all } = await session.advance(train, test);
      if (done === all) break;
      const now = performance.now();
      if (now - told < TELL_MS) continue;
      if (!(await goOn({ done, all, milliseconds: now - started }))) break;
      told = now;
    }
    return session.report().rows;
  }
}

serve(new SurveyorWorker());
