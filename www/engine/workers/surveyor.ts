// Measures a use of a copy of a model, a little at a time, so that it can be stopped.

import { Failed } from '../failure/failure';
import { fetchSamples } from '../files';
import type { Site } from '../protocol';
import type { SurveyorApi } from '../protocol/surveyor';
import { loadUses } from '../uses/build';
import { inSteps } from './in-steps';
import { serve } from './serve';

class SurveyorWorker implements SurveyorApi {
  async survey(
    site: Site,
    { use, weights, images, deterministic }: Parameters<SurveyorApi['survey']>[1],
    port: MessagePort,
  ) {
    const latent = await loadUses(site.base);
    const needs = latent.SurveySession.needs(use);
    if (images < needs.images) throw new Failed({ kind: 'fewImages', least: needs.images, came: images });
    if (needs.posterior && deterministic) throw new Failed({ kind: 'noPosterior' });
    const session = new latent.SurveySession(use, weights, images);
    const train = await fetchSamples(latent, site, 'train');
    const test = await fetchSamples(latent, site, 't10k');
    await inSteps(port, () => session.advance(train, test));
    return session.report().rows;
  }
}

serve(new SurveyorWorker());
