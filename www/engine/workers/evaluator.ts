// Evaluates a copy of a model, a few digits at a time, so that it can be stopped.

import { loadBuild } from '../build';
import { fetchSamples } from '../files';
import type { EvaluatorApi, Site } from '../protocol';
import { inSteps } from './in-steps';
import { serve } from './serve';

class EvaluatorWorker implements EvaluatorApi {
  async evaluate(
    site: Site,
    { weights, images, samples }: Parameters<EvaluatorApi['evaluate']>[1],
    port: MessagePort,
  ) {
    const latent = await loadBuild('cpu', site);
    const test = await fetchSamples(latent, site, 't10k');
    const session = new latent.EvaluationSession(weights, samples, images);
    await inSteps(port, () => session.advance(test));
    return session.report();
  }
}

serve(new EvaluatorWorker());
