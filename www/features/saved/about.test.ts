import { expect, it, vi } from 'vitest';
import type { Model } from '../../app/model/state';
import { emptyHistory, pointAt, withPoint } from '../../app/run/history';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import { SITE_FILES } from '../../engine/data/spec';
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
  const about = aboutOf(state, modelOf(2, 250), MNIST);
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
  expect(JSON.parse(aboutOf(state, modelOf(2, 400), undefined).evaluation ?? '')).toEqual(report);
  expect(aboutOf(state, modelOf(2, 250), undefined).evaluation).not.toContain('98');
});

it('says of a shipped model what is listed of it', () => {
  const state = createState();
  const listed = { file: 'mnist-2d.safetensors', nll: 130.87, elbo: -133.51 };
  state.model.list.value = [listed as (typeof state.model.list.value)[number]];
  const about = aboutOf(state, modelOf(0, 0), undefined);
  expect(JSON.parse(about.evaluation ?? '')).toEqual({
    negativeLogLikelihood: 130.87,
    terms: { elbo: -133.51 },
  });
  expect(Object.keys(about)).toEqual(['evaluation']);
  expect(nameOfFile(state, modelOf(0, 0), false)).toBe('mnist-2d');
});

it('says the data set that is in use, not the one that the site opens with', async () => {
  vi.stubGlobal('fetch', async () => Response.json(MNIST));
  const state = trained();
  const said = async () =>
    JSON.parse(aboutOf(state, modelOf(2, 250), await trainedOn(state, 'https://page.test/')).data ?? '');
  expect(await said()).toMatchObject({ name: 'MNIST', source: 'mirror' });
  state.data.used.value = { key: 'cats', name: 'Cats', train: 50, test: 9, ...SITE_FILES };
  expect(await said()).toEqual({ name: 'Cats', train: 50, test: 9 });
  vi.unstubAllGlobals();
});
