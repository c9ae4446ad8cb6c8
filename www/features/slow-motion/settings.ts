// What a model is trained further by.

import type { Model } from '../../app/model/state';
import { shippedOf } from '../../app/model/words';
import type { Page } from '../../app/page';
import { configOf } from '../../app/run/kept';
import { DEFAULT_RUN } from '../../app/settings/schema';
import type { RunConfig } from '../../engine/protocol';

type Train = RunConfig['train'];

/** A run's model by its run's settings, another one by the form's, if they are for such a model. */
export async function settingsOf(
  { run, summary }: Model,
  { state, explorer }: Pick<Page, 'state' | 'explorer'>,
): Promise<RunConfig> {
  const own = run > 0 ? configOf(state, run) : undefined;
  const train = own?.train ?? (await typed(summary.config, { state, explorer }));
  return { model: summary.config, train: atFullRate(train) };
}

async function typed(
  { deterministic }: RunConfig['model'],
  { state, explorer }: Pick<Page, 'state' | 'explorer'>,
): Promise<Train> {
  const { errors, run } = await explorer.ask((it) =>
    it.settings.check(state.settings.form.peek(), undefined),
  );
  const fits = errors.length === 0 && run?.model.deterministic === deterministic;
  const train = fits ? run.train : DEFAULT_RUN.train;
  // A shipped model that undoes noise was trained on it.
  const sigma = shippedOf(state.model)?.noise ?? 0;
  return sigma > 0 ? { ...train, corruption: { kind: 'noise', sigma } } : train;
}

/** What grows while a run begins would move nothing. */
const atFullRate = (train: Train): Train => ({
  ...train,
  warmUpSteps: 0,
  klWarmUpEpochs: 0,
  schedule: { kind: 'constant' },
  patience: 0,
});
