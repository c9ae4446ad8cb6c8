// Evaluates a copy of a model, a few digits at a time, so that it can be stopped.

import { wrap } from 'comlink';
import { loadBuild } from '../build';
import { fetchSamples } from '../files';
import type { EvaluatorApi, GoOn, Site } from '../protocol';
import { serve } from './serve';

const TELL_MS = 100;

class EvaluatorWorker implements EvaluatorApi {
  async evaluate(
    site: Site,
    { weights, images, samples }: Parameters<EvaluatorApi['evaluate']>[1],
    port: MessagePort,
  ) {
    const goOn = wrap<GoOn>(port);
    const latent = await loadBuild('cpu', site);
    const test = await fetchSamples(latent, site, 't10k');
    const session = new latent.EvaluationSession(weights, samples, images);
    const started = performance.now();
    let told = started;
    for (;;) {
      const { done, all } = await session.advance(test);
      if (done === all) break;
      const now = performance.now();
      if (now - told < TELL_MS) continue;
      if (!(await goOn({ done, all, milliseconds: now - started }))) break;
      told = now;
    }
    return session.report();
  }
}

serve(new EvaluatorWorker());
