// Evaluates a copy of a model, a few digits at a time, so that it can be stopped.

import { expose } from 'comlink';
import { loadBuild } from '../build';
import { fetchSamples } from '../files';
import type { EvaluatorApi, Site } from '../protocol';

const TELL_MS = 100;

class EvaluatorWorker implements EvaluatorApi {
  async evaluate(
    site: Site,
    { weights, images, samples }: Parameters<EvaluatorApi['evaluate']>[1],
    goOn: Parameters<EvaluatorApi['evaluate']>[2],
  ) {
    const latent = await loadBuild('cpu', site);
    const test = await fetchSamples(latent, site.base, 't10k');
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

expose(new EvaluatorWorker());
