// What an experiment is of: the model that is shown, and the run that it comes from.

import type { ExperimentRun } from '../../app/export/experiment';
import type { ExportPage } from '../../app/export/exports';
import { recipeOf } from '../../app/model/recipe';
import type { Model } from '../../app/model/state';
import { nameOf } from '../../app/model/words';
import { upTo } from '../../app/run/history';
import { runNameWords } from '../../app/run/words';
import { madeWith } from '../../app/settings/course';
import { DEFAULT_RUN } from '../../app/settings/schema';
import type { State } from '../../app/store';
import { SITE_FILES, SITE_KEY } from '../../engine/data/spec';
import type { DataSet, Form, From, Position, RunConfig } from '../../engine/protocol';

export interface Subject {
  name: string;
  weights: Uint8Array<ArrayBuffer>;
  settings: RunConfig;
  /** Of those settings that mean something in it. */
  texts: Form;
  /** How many were begun. */
  epochs: number;
  /** What it was trained on. */
  data: DataSet;
  run: ExperimentRun | undefined;
}

type Found = Omit<Subject, 'weights' | 'data'>;

/** Shown before the page knows how much of it there is. */
const SITE_SET: DataSet = { key: SITE_KEY, name: SITE_KEY, train: 0, test: 0, ...SITE_FILES };

export async function subjectOf(page: ExportPage): Promise<Subject> {
  const { state, model } = page;
  const checkpoint = isOfPresentRun(state) ? await page.training.checkpoint() : undefined;
  const weights = checkpoint?.weights ?? (await model.weights());
  // Read after the weights came: snapshots come in between.
  const shown = state.model.shown.peek();
  if (!shown) throw new Error('Expected a model to save, but none is shown yet.');
  const found = shown.run === 0 ? await shippedSubject(page, shown) : runSubject(state, shown, checkpoint);
  const data = state.data.used.peek() ?? SITE_SET;
  return { ...found, data, weights: weights as Uint8Array<ArrayBuffer> };
}

const keptOf = ({ runs }: State, { run }: Model) => runs.kept.peek().find((kept) => kept.run === run);

/** Not of a run that was kept, nor of the past. */
function isOfPresentRun(state: State): boolean {
  const shown = state.model.shown.peek();
  return shown !== undefined && shown.run > 0 && !keptOf(state, shown) && !state.replay.past.peek();
}

/** A shipped model is trained by its recipe. */
async function shippedSubject(page: ExportPage, shown: Model): Promise<Found> {
  const { state, explorer } = page;
  const recipe = await recipeOf(page, shown);
  const settings = recipe?.run ?? { ...DEFAULT_RUN, model: shown.summary.config };
  return {
    name: nameOf(state.model.list.peek(), state.model.shipped.peek()),
    settings,
    texts: await explorer.ask((it) => it.settings.textsOf(settings)),
    epochs: recipe?.epochs ?? 1,
    run: undefined,
  };
}

function runSubject(state: State, shown: Model, checkpoint: From | undefined): Found {
  const { run, runs } = state;
  const kept = keptOf(state, shown);
  const { config, texts, before, history, name, test, epochTest, ending } = kept ?? {
    ...read(run),
    name: runs.name.peek(),
  };
  const last = kept?.position ?? run.progress.peek()?.position;
  if (!config || !last) throw new Error('Expected a run with a step to save, but none was made yet.');
  const step = checkpoint?.step ?? shown.step;
  const position = { ...positionAt(last, step), ...(checkpoint ? { seconds: checkpoint.seconds } : {}) };
  const course = madeWith({ config, texts, before }, step);
  return {
    name: runNameWords(name),
    settings: course.config,
    texts: course.texts,
    epochs: position.epoch,
    run: { before: course.before, history: upTo(history, step), position, test, epochTest, ending },
  };
}

const read = ({ config, texts, before, history, test, epochTest, ending }: State['run']) => ({
  config: config.peek(),
  texts: texts.peek(),
  before: before.peek(),
  history: history.peek(),
  test: test.peek(),
  epochTest: epochTest.peek(),
  ending: ending.peek(),
});

/** Where a run stood after so many of its steps. */
export function positionAt(last: Position, step: number): Position {
  const { stepsPerEpoch } = last;
  const epoch = Math.max(1, Math.ceil(step / stepsPerEpoch));
  const images = last.step > 0 ? Math.round((last.images * step) / last.step) : 0;
  const seconds = last.step > 0 ? (last.seconds * step) / last.step : 0;
  return { epoch, step, stepInEpoch: step - (epoch - 1) * stepsPerEpoch, stepsPerEpoch, images, seconds };
}
