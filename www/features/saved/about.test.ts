import { expect, it, vi } from 'vitest';
import { recipeOf } from '../../app/model/recipe';
import type { Model } from '../../app/model/state';
import type { Page } from '../../app/page';
import { emptyHistory, pointAt, withPoint } from '../../app/run/history';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import { SITE_FILES } from '../../engine/data/spec';
import type { Form, ModelSummary } from '../../engine/protocol';
import { createState } from '../testing';
import { aboutOf, nameOfFile, trainedOn } from './about';

const modelOf = (run: number, step: number) => ({ run, step, version: 3, summary: {} }) as unknown as Model;
const MNIST = { name: 'MNIST', source: 'mirror', train: 60_000, test: 10_000, files: {} } as const;

function trained() {
  const state = createState();
  state.run.config.value = { ...PLAIN, train: { ...PLAIN.train, beta: 4 } };
  state.run.before.value = [{ until: 300, config: PLAIN, texts: {} }];
  const position = { epoch: 1, stepInEpoch: 0, stepsPerEpoch: 400, images: 0, seconds: 1 };
  const tested = [100, 400].map((step) =>
    pointAt({ ...position, step }, { elbo: -step, reconstruction: -step + 5, kl: 5 }),
  );
  state.run.history.value = { ...emptyHistory(), test: tested.reduce(withPoint, emptyHistory().test) };
  return state;
}

it('says of a moment what its steps were made with, on which data, and the last test before it', () => {
  const state = trained();
  const about = aboutOf(state, modelOf(2, 250), { data: MNIST });
  expect(JSON.parse(about.run ?? '')).toEqual(PLAIN);
  expect(about.step).toBe('250');
  expect(JSON.parse(about.data ?? '')).toEqual({
    name: 'MNIST',
    source: 'mirror',
    train: 60_000,
    test: 10_000,
  });
  expect(JSON.parse(about.evaluation ?? '')).toEqual({
    step: 100,
    terms: { elbo: -100, reconstruction: -95, kl: 5 },
  });
  expect(nameOfFile(state, modelOf(2, 250), true)).toBe('Run-1-step-250-float16');
});

it('says an evaluation of this very model, and no other’s', () => {
  const state = trained();
  const report = { images: 10_000, negativeLogLikelihood: 98 };
  const subject = { run: 2, step: 400 };
  state.evaluation.last.value = { subject, report } as unknown as typeof state.evaluation.last.value;
  expect(JSON.parse(aboutOf(state, modelOf(2, 400), {}).evaluation ?? '')).toEqual(report);
  expect(aboutOf(state, modelOf(2, 250), {}).evaluation).not.toContain('98');
});

it('says of a shipped model what is listed of it: how good it is, and what it was trained with', async () => {
  const state = createState();
  const recipe = { hiddenSizes: '256,128', beta: '4', epochs: '300' };
  const listed = { file: 'mnist-2d.safetensors', nll: 130.87, elbo: -133.51, recipe };
  state.model.list.value = [listed as unknown as (typeof state.model.list.value)[number]];
  const check = vi.fn((_form: Form) => ({ run: { ...PLAIN, train: { ...PLAIN.train, beta: 4 } } }));
  const explorer = { ask: async (question: (it: object) => unknown) => question({ settings: { check } }) };
  const config = { ...PLAIN.model, latentSize: 10 };
  const shown = { ...modelOf(0, 0), summary: { config } as ModelSummary };
  const made = await recipeOf({ state, explorer } as unknown as Page, shown);
  expect(check.mock.lastCall?.[0]).toMatchObject(recipe);
  const about = aboutOf(state, modelOf(0, 0), { recipe: made });
  const said = Object.entries(about).map(([name, json]) => [name, JSON.parse(json)]);
  expect(Object.fromEntries(said)).toEqual({
    run: { model: config, train: { ...PLAIN.train, beta: 4 } },
    epochs: 300,
    evaluation: { negativeLogLikelihood: 130.87, terms: { elbo: -133.51 } },
  });
  expect(nameOfFile(state, modelOf(0, 0), false)).toBe('mnist-2d');
  expect(aboutOf(state, modelOf(2, 250), { recipe: made })).not.toHaveProperty('run');
  // What a run was trained with is known: the model that is listed as chosen is not asked for it.
  expect(await recipeOf({ state, explorer } as unknown as Page, { ...shown, run: 2 })).toBeUndefined();
  expect(check).toHaveBeenCalledTimes(1);
});

it('says of an untrained model nothing that was never done', async () => {
  const state = createState();
  const ask = vi.fn();
  const recipe = await recipeOf({ state, explorer: { ask } } as unknown as Page, modelOf(0, 0));
  expect(aboutOf(state, modelOf(0, 0), { recipe })).toEqual({});
  expect(ask).not.toHaveBeenCalled();
});

it('says the data set that is in use, not the one that the site opens with', async () => {
  vi.stubGlobal('fetch', async () => Response.json(MNIST));
  const state = trained();
  const said = async () =>
    JSON.parse(
      aboutOf(state, modelOf(2, 250), { data: await trainedOn(state, 'https://page.test/') }).data ?? '',
    );
  expect(await said()).toMatchObject({ name: 'MNIST', source: 'mirror' });
  state.data.used.value = { key: 'cats', name: 'Cats', train: 50, test: 9, ...SITE_FILES };
  expect(await said()).toEqual({ name: 'Cats', train: 50, test: 9 });
  vi.unstubAllGlobals();
});
