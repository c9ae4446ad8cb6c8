// Evaluates a copy of a model, a few digits at a time, so that it can be stopped.

import { loadBuild } from '../build';
import { hasWords } from '../data/spec';
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
    // How often each word is in the training texts, beside which the model's perplexity stands.
    if (hasWords(site.data.data)) session.learn(await fetchSamples(latent, site, 'train'));
    await inSteps(port, () => session.advance(test));
    return session.report();
  }
}

serve(new EvaluatorWorker());
