import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openExperiment } from '../../app/export/experiment';
import { isExperiment } from '../../app/export/experiment-files';
import { exportsOf } from '../../app/export/exports';
import { emptyHistory, pointAt, withPoint } from '../../app/run/history';
import { DEFAULT_FORM, DEFAULT_RUN } from '../../app/settings/schema';
import { SITE_DATA } from '../../engine/data/spec';
import { Failed } from '../../engine/failure/failure';
import type { DataSet, RunConfig } from '../../engine/protocol';
import { chooseLanguage } from '../../ui/text';
import { openModel } from '../testing';
import { makeExperiment } from './experiment-file';
import { positionAt } from './subject';

beforeEach(() => vi.stubGlobal('location', { href: 'https://page.test/?seed=9' }));
afterEach(async () => {
  vi.unstubAllGlobals();
  await chooseLanguage('en');
});

const weights = Uint8Array.from({ length: 3000 }, (_, index) => index % 251);
const config: RunConfig = { ...DEFAULT_RUN, train: { ...DEFAULT_RUN.train, beta: 2, seed: 9 } };
const position = { epoch: 2, step: 150, stepInEpoch: 50, stepsPerEpoch: 100, images: 9600, seconds: 3 };
const terms = { reconstruction: 100, kl: 5, elbo: -105 };

/** The zip of a run that has made 150 steps, and was tuned at step 100. */
async function saved(whole = false, used?: DataSet) {
  const { state, model, show } = openModel({});
  state.data.used.value = used;
  show({}, 1, 150);
  const texts = { seed: '9', beta: '2' };
  state.run.config.value = config;
  state.run.texts.value = texts;
  state.run.before.value = [{ until: 100, config: DEFAULT_RUN, texts: { ...texts, beta: '1' } }];
  state.run.progress.value = { position, imagesPerSecond: 1 };
  const { train, test } = emptyHistory();
  // A curve may leave the numbers that JSON knows.
  const broken = withPoint(
    withPoint(train, pointAt(position, terms)),
    pointAt(position, { ...terms, kl: Number.NaN }),
  );
  state.run.history.value = { train: broken, test };
  const training = { checkpoint: async () => ({ weights, step: 150, seconds: 3.5, exact: true }) };
  const file = (name: string, takesLong?: true) => ({
    ...{ name, kind: 'data' as const, words: () => name, formats: ['csv' as const] },
    ...(takesLong ? { takesLong } : {}),
    load: async () => async () => new Blob([name]),
  });
  const film = {
    ...{ name: 'film', kind: 'animation' as const, words: () => '', formats: ['gif', 'mp4'] as const },
    load: async () => async () => new Blob(['film']),
  };
  const exports = exportsOf([{ exports: [file('codes'), file('all-codes', true), film] }]);
  const zip = await makeExperiment(whole)({ state, model, training, exports } as never, 'zip', {} as never);
  const bytes = new Uint8Array((await zip?.arrayBuffer()) ?? new ArrayBuffer());
  return { bytes, history: state.run.history.value };
}

const textsOf = async ({ train }: RunConfig) => ({ ...DEFAULT_FORM, beta: String(train.beta) });
const open = (bytes: Uint8Array) => openExperiment(bytes, 'mine.zip', textsOf);

it('holds settings, seed, curves, weights, figures and the command, and comes back as it was', async () => {
  const { bytes, history } = await saved();
  expect(await isExperiment(new Blob([bytes]))).toBe(true);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual([
    'experiment.json',
    'README.md',
    'model.safetensors',
    'figures/codes.csv',
  ]);
  const readme = new TextDecoder().decode(files['README.md']);
  expect(readme).toContain(
    'latent train --data mnist --out trained.safetensors --epochs 2 --beta 2 --seed 9\n',
  );
  expect(readme).toContain('step 50 of 100 of its last epoch');
  expect(readme).toContain('Settings were changed on the way');
  const opened = await open(bytes);
  expect(opened.weights).toEqual(weights);
  expect([opened.name, opened.settings, opened.texts.beta]).toEqual(['Run 1', config, '2']);
  expect(opened.run?.history).toEqual(history);
  expect(opened.run?.position).toEqual({ ...position, seconds: 3.5 });
  expect(opened.run?.before.map(({ until, texts }) => [until, texts.beta])).toEqual([[100, '1']]);
});

it('speaks Chinese to whoever reads it', async () => {
  await chooseLanguage('zh');
  const { bytes } = await saved();
  const readme = new TextDecoder().decode(unzipSync(bytes)['README.md']);
  expect(readme).toContain('数据集为 mnist，');
  expect(readme).toContain('- experiment.json：设置');
});

it('names the data that the run was on, and says where it is', async () => {
  const set = { key: 'colours', name: 'colours', data: SITE_DATA, train: 9, test: 9 };
  const saidOf = async (used: DataSet) => {
    const files = unzipSync((await saved(false, used)).bytes);
    const said = new TextDecoder().decode(files['README.md']);
    const { command } = JSON.parse(new TextDecoder().decode(files['experiment.json']));
    expect(said).toContain(`    ${command}\n`);
    expect(said).not.toMatch(/mnist/i);
    return said;
  };
  const ofSite = await saidOf({ ...set, source: { at: 'site', folder: 'data/colours/' } });
  expect(ofSite).toMatch(/train --data colours .+\n\n.+Names of colours, .+`www\/public\/data\/colours`/);
  const source = { at: 'here', splits: {} as never } as const;
  const mine = { ...set, key: '0123456789abcdef', name: 'mine', source };
  const ofFile = await saidOf({ ...mine, reading: ['--data', 'a.csv', '--words'] });
  expect(ofFile).toMatch(/train --data a\.csv --words .+\n\n.+“mine”/);
  expect(await saidOf(mine)).toMatch(/--data YOUR-DATA .+\n\n.+`YOUR-DATA`/);
});

it('holds what takes long where that is wanted, in the formats that the browser writes', async () => {
  const names = Object.keys(unzipSync((await saved(true)).bytes));
  expect(names.slice(3)).toEqual(['figures/codes.csv', 'figures/all-codes.csv', 'animations/film.gif']);
});

it('comes back from a folder too, into which it was unpacked', async () => {
  const { bytes } = await saved();
  const moved = Object.entries(unzipSync(bytes)).map(([name, file]) => [`mine/${name}`, file]);
  const again = zipSync(Object.fromEntries(moved));
  expect(await isExperiment(new Blob([again]))).toBe(true);
  expect((await open(again)).weights).toEqual(weights);
});

it('is refused where a part is missing, or not as it was', async () => {
  const { bytes } = await saved();
  const files = unzipSync(bytes);
  const description = JSON.parse(new TextDecoder().decode(files['experiment.json']));
  const withDescription = (changed: object) =>
    zipSync({
      ...files,
      'experiment.json': new TextEncoder().encode(JSON.stringify({ ...description, ...changed })),
    });
  const refused = async (zip: Uint8Array, what: string) =>
    expect(await open(zip).catch((error: unknown) => error)).toMatchObject({
      failure: { kind: 'notExperiment', name: 'mine.zip', what },
    });
  const { 'model.safetensors': model, ...without } = files;
  await refused(zipSync(without), 'model.safetensors');
  await refused(
    zipSync({ ...files, 'model.safetensors': model?.toReversed() ?? new Uint8Array() }),
    'model.safetensors',
  );
  await refused(withDescription({ version: 2 }), 'experiment.json');
  await refused(withDescription({ run: { ...description.run, position: {} } }), 'experiment.json');
  await refused(withDescription({ run: { ...description.run, history: { train: [] } } }), 'experiment.json');
  await refused(withDescription({ settings: { model: {} } }), 'experiment.json');
  await refused(zipSync({ 'a.png': Uint8Array.of(1) }), 'experiment.json');
  expect(await isExperiment(new Blob([zipSync({ 'a.png': Uint8Array.of(1) })]))).toBe(false);
  expect(await isExperiment(new Blob([bytes.slice(0, 100)]))).toBe(false);
});

it('says where a run stood after fewer of its steps', () => {
  expect(positionAt(position, 100)).toEqual({
    ...position,
    epoch: 1,
    step: 100,
    stepInEpoch: 100,
    images: 6400,
    seconds: 2,
  });
  expect(positionAt(position, 150)).toEqual(position);
});

it('opens whole, or is refused in words, whatever happens to it', async () => {
  const { bytes } = await saved();
  const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(bytes.length), async (changed, length) => {
      const damaged = bytes.slice(0, changed.length > 0 ? bytes.length : length);
      for (const [place, byte] of changed) damaged[place] = byte;
      const opened = await open(damaged).catch((error: unknown) => error);
      if (opened instanceof Error) expect(opened).toBeInstanceOf(Failed);
      else expect(opened).toMatchObject({ weights });
    }),
    { numRuns: 300 },
  );
});
