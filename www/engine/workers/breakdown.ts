// Trains a copy of a model a step at a time, and takes each step apart. Each batch begins with one and the same sample.

import { transfer } from 'comlink';
import { type Latent, loadBuild } from '../build';
import { unpacked, withSample } from '../data/idx';
import { fetchSplit } from '../files';
import type { BreakdownApi, CopyOrder, RunConfig, Site } from '../protocol';
import { buffersOf } from '../transfer';
import { serve } from './serve';

/** An optimiser that knows nothing of a model's gradients leaps at first: it hears of so many images before. */
const HEARD = 6400;
/** So little that the model stays as it is. */
const STILL = 1e-9;

class BreakdownWorker implements BreakdownApi {
  private copy: { latent: typeof Latent; session: Latent.TrainingSession; sample: number } | undefined;

  async open(site: Site, { config, weights, sample }: CopyOrder) {
    const latent = await loadBuild('cpu', site);
    const [images, labels] = await Promise.all((await fetchSplit(site, 'train')).map(unpacked));
    if (!images || !labels) throw new Error('Expected images and labels of the training split.');
    const data = latent.Dataset.parse(...withSample([images, labels], sample), config.model.data);
    const session = await latent.TrainingSession.create('cpu', at(config, STILL), data, weights);
    await session.train(Math.ceil(HEARD / config.train.batchSize));
    session.tune(config);
    this.copy = { latent, session, sample: data.length - 1 };
  }

  async step() {
    if (!this.copy) throw new Error('There is no copy yet: open it first.');
    const { latent, session, sample } = this.copy;
    const { step } = await session.recordStep(sample);
    const walk = await latent.breakDown(step);
    const { before, after } = step;
    return transfer({ before, after, walk }, buffersOf(before, after));
  }
}

const at = ({ model, train }: RunConfig, learningRate: number): RunConfig => ({
  model,
  train: { ...train, learningRate },
});

serve(new BreakdownWorker());
