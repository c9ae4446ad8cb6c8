import fc from 'fast-check';
import { expect, it } from 'vitest';
import { problems } from '../engine/failure/en';
import { failureWords } from '../engine/failure/failure';
import { saidIn } from './link/places';
import { nearestName } from './nearest-name';
import { formOf, withText } from './settings/form';
import { optionsOf, SETTINGS } from './settings/schema';
import { readUrl } from './url';

const nothing = { settings: {}, misread: [] };

it('reads the backend, the model and the settings', () => {
  expect(readUrl('?backend=webgpu&seed=7')).toEqual({
    ...nothing,
    backend: 'webgpu',
    settings: { seed: '7' },
  });
  expect(readUrl('?backend=CPU')).toEqual({ ...nothing, backend: 'cpu' });
  expect(readUrl('?model=mnist-10d&latentSize=10&likelihood=gaussianShared&lang=zh-CN')).toEqual({
    ...nothing,
    model: 'mnist-10d',
    lang: 'zh',
    settings: { latentSize: '10', likelihood: 'gaussianShared' },
  });
});

it('reads a language as systems spell it', () => {
  for (const lang of ['zh_CN', 'zh-Hans', 'zh_CN.UTF-8', 'ZH@pinyin'])
    expect(readUrl(`?lang=${lang}`)).toEqual({ ...nothing, lang: 'zh' });
});

it('names a model or data without a name, and data beside a model', () => {
  const read = (search: string) => {
    const { model, data, misread } = readUrl(search);
    return [model, data, failureWords({ kind: 'address', misread }, problems)];
  };
  for (const name of ['model', 'data'])
    expect(read(`?${name}=`)).toEqual([
      undefined,
      undefined,
      `“${name}” in the address: expected a name, got nothing. The rest of the address holds.`,
    ]);
  expect(read('?model=&data=films').slice(0, 2)).toEqual([undefined, 'films']);
  expect(read('?data=films&model=mnist-10d')).toEqual([
    'mnist-10d',
    undefined,
    '“data” in the address changes nothing: “model” beside it says which data. The rest of the address holds.',
  ]);
});

it('reads the number of threads, and names what is none', () => {
  expect(readUrl('?threads=2')).toEqual({ ...nothing, threads: 2 });
  // Cores are the engine's to count.
  expect(readUrl('?threads=99')).toEqual({ ...nothing, threads: 99 });
  for (const came of ['0', '-1', '1.5', 'many', ''])
    expect(readUrl(`?threads=${came}`)).toEqual({
      ...nothing,
      misread: [{ name: 'threads', came, expected: 'threads' }],
    });
});

it('hands on any number for the form to judge, and passes over what a link picks up on its way', () => {
  expect(readUrl('?seed=-1')).toEqual({ ...nothing, settings: { seed: '-1' } });
  expect(readUrl('?learningRate=0,001').settings).toEqual({ learningRate: '0,001' });
  expect(readUrl('?utm_source=x&fbclid=y&ref=z')).toEqual(nothing);
  expect(readUrl('')).toEqual(nothing);
});

it('switches lecture and stillness on and off, and names what does neither', () => {
  for (const on of ['lecture', 'lecture=', 'lecture=1', 'lecture=TRUE'])
    expect(readUrl(`?${on}`)).toEqual({ ...nothing, lecture: true });
  for (const off of ['lecture=0&still=false', 'lecture=false&still=0'])
    expect(readUrl(`?${off}`)).toEqual({ ...nothing, lecture: false, still: false });
  expect(readUrl('?lecture=no').misread).toEqual([{ name: 'lecture', came: 'no', expected: ['1', '0'] }]);
});

it('names what is mistyped, and holds to the rest', () => {
  const found = readUrl('?likelihood=gaussian&LatentSize=10&backend=gpu&threads=0&lang=xx&abacus=1&seed=7');
  expect(found.settings).toEqual({ seed: '7' });
  expect([found.backend, found.threads]).toEqual([undefined, undefined]);
  const words = failureWords({ kind: 'address', misread: found.misread }, problems);
  for (const part of [
    '“LatentSize” means nothing in the address: did you mean “latentSize”?',
    '“abacus” means nothing in the address.',
    '“backend” in the address: expected one of automatic, cpu, webgpu, got “gpu”.',
    '“threads” in the address: expected a whole number from 1 on, got “0”.',
    '“lang” in the address: expected one of en, zh, got “xx”.',
    '“likelihood” in the address: expected one of bernoulli, gaussianFixed, gaussianShared, gaussianPixel, got “gaussian”.',
    'The rest of the address holds.',
  ])
    expect(words).toContain(part);
  expect(readUrl('?network=toString').misread).toHaveLength(1);
});

it('names what is given twice, and takes the first of it', () => {
  const { settings, model, misread } = readUrl('?seed=1&seed=2&model=mnist-10d&z=1,2&model=mnist-10d&z=3,4');
  expect([settings, model]).toEqual([{ seed: '1' }, 'mnist-10d']);
  expect(failureWords({ kind: 'address', misread }, problems)).toBe(
    '“z” in the address: expected it once, got “1,2”, “3,4”: the first counts. “seed” in the address: expected it once, got “1”, “2”: the first counts. The rest of the address holds.',
  );
});

it('finds the name that was meant, and none where none is near', () => {
  const names = ['latentSize', 'beta', 'learningRate'];
  expect(nearestName('LATENTSIZE', names)).toBe('latentSize');
  expect(nearestName('latentsise', names)).toBe('latentSize');
  expect(nearestName('learninRat', names)).toBe('learningRate');
  expect(nearestName('bta', names)).toBe('beta');
  expect(nearestName('abacus', names)).toBeUndefined();
  expect(nearestName('', names)).toBeUndefined();
});

it('reads of any form what the address says of it', () => {
  const changes = SETTINGS.map((setting) => {
    const options = optionsOf(setting);
    const text = options ? fc.constantFrom(...options) : fc.string({ unit: 'grapheme' });
    return fc.tuple(fc.constant(setting.name), text);
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(...changes), { maxLength: 8 }), (changed) => {
      const form = changed.reduce((form, [name, text]) => withText(form, name, text), formOf({}));
      const { settings, misread } = readUrl(`?${new URLSearchParams(saidIn(form))}`);
      expect(misread).toEqual([]);
      expect(formOf(settings)).toEqual(form);
    }),
  );
});

it('reads any address, or names what of it is misread', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('z', 'seed', 'threads', 'model', 'lang', 'window', 'likelihood', '__proto__'),
  );
  const parts = fc.array(fc.tuple(name, fc.string({ unit: 'grapheme' })), { maxLength: 6 });
  fc.assert(
    fc.property(
      fc.oneof(
        parts.map((all) => `?${new URLSearchParams(all)}`),
        fc.string(),
      ),
      (search) => {
        const { misread } = readUrl(search);
        if (misread.length > 0)
          expect(failureWords({ kind: 'address', misread }, problems)).toContain('address');
      },
    ),
  );
});
