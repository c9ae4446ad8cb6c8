// What the file of a model says of it beside its weights: how it was trained, on what, and how good it is.

import type { Recipe } from '../../app/model/recipe';
import type { Model } from '../../app/model/state';
import { shippedOf } from '../../app/model/words';
import type { History } from '../../app/run/history';
import { runNameWords } from '../../app/run/words';
import { madeWith } from '../../app/settings/course';
import type { ReadonlyState } from '../../app/store';
import { SITE_KEY } from '../../engine/data/spec';
import { fetchManifest, type Manifest } from '../../engine/manifest';
import { fileNameOf } from './files';

/** What a file says of the data that its model is shown on. */
type TrainedOn = Pick<Manifest, 'name' | 'train' | 'test'> & Partial<Pick<Manifest, 'source'>>;

/** The set in use; of the site's own also where set-up had it from, unless there is no network to ask. */
export async function trainedOn({ data }: ReadonlyState, base: string): Promise<TrainedOn | undefined> {
  const set = data.used.peek();
  if (!set || set.key === SITE_KEY) return fetchManifest(new URL('data/', base)).catch(() => undefined);
  const { name, train, test } = set;
  return { name, train, test };
}

/** JSON by the name under which the file's metadata has it. */
export function aboutOf(
  state: ReadonlyState,
  model: Model,
  { data, recipe }: { data?: TrainedOn | undefined; recipe?: Recipe | undefined },
) {
  const run = runOf(state, model);
  const { name, source, train, test } = data ?? {};
  const said = {
    ...(run ? { run: madeWith(run, model.step).config, step: model.step } : {}),
    ...(model.run === 0 ? recipe : {}),
    ...(data ? { data: { name, source, train, test } } : {}),
    evaluation: evaluationOf(state, model),
  };
  const known = Object.entries(said).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([key, value]) => [key, JSON.stringify(value)]));
}

/** The run's name and the step, or the shipped file's own name. */
export function nameOfFile(state: ReadonlyState, model: Model, half: boolean) {
  const run = runOf(state, model);
  const shipped = state.model.shipped.peek().replace(/\.safetensors$/, '');
  const name = run ? `${fileNameOf(runNameWords(run.name))}-step-${model.step}` : shipped;
  return half ? `${name}-float16` : name;
}

function runOf({ runs, run }: ReadonlyState, model: Model) {
  if (model.run === 0) return undefined;
  const kept = runs.kept.peek().find((kept) => kept.run === model.run);
  const config = run.config.peek();
  if (kept || !config) return kept;
  const [texts, before] = [run.texts.peek(), run.before.peek()];
  return { config, texts, before, history: run.history.peek(), name: runs.name.peek() };
}

/** The evaluation of this very model if there was one, else the last test of its run before it, else what is listed. */
function evaluationOf(state: ReadonlyState, model: Model) {
  const { last } = state.evaluation;
  const { subject, report } = last.peek() ?? {};
  if (subject?.run === model.run && subject.step === model.step && isOfFile(state, model, subject.file))
    return report;
  const run = runOf(state, model);
  const listed = shippedOf(state.model);
  if (run) return lastTest(run.history, model.step);
  return listed && { negativeLogLikelihood: listed.nll, terms: { elbo: listed.elbo } };
}

const isOfFile = (state: ReadonlyState, { run }: Model, file: string) =>
  run > 0 || file === state.model.shipped.peek();

function lastTest({ test }: History, step: number) {
  const at = test.steps.findLastIndex((tested) => tested <= step);
  const [reconstruction, kl, elbo] = [test.reconstruction[at], test.kl[at], test.elbo[at]];
  return at < 0 ? undefined : { step: test.steps[at], terms: { reconstruction, kl, elbo } };
}
