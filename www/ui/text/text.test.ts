import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { optionsOf, SETTINGS } from '../../app/settings/schema';
import { readPage } from '../../setup/markup';
import { fillIn } from '../../setup/static-text';
import { english as en } from '.';
import { areaOf, gather } from './gather';
import { lookUp } from './look-up';
import * as chinese from './zh';

/** Chinese that comes with a panel: its type says that it has what the English has. */
const own = import.meta.glob('../../features/*/panel/zh.ts', { eager: true });

const zh = gather(chinese);

/** Each leaf by its path. */
function leaves(part: object, path = ''): [string, unknown][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [[path + key, value]],
  );
}

/** What each leaf is: a function with its number of arguments, of which a language that does not say one still takes it. */
const shapes = (text: object) =>
  leaves(text)
    .map(
      ([path, value]) =>
        `${path}: ${typeof value}${typeof value === 'function' ? ` of ${value.length}` : ''}`,
    )
    .sort();

it('has the same keys in both languages, with the same arguments, and nothing empty', () => {
  expect(shapes(zh)).toEqual(shapes(en));
  for (const [path, value] of [...leaves(en), ...leaves(zh)]) expect(value, path).not.toBe('');
});

it('sees that a translation leaves out an argument', () => {
  const left = { ...zh, data: { ...zh.data, sizes: (name: string) => name } };
  expect(shapes(left)).not.toEqual(shapes(en));
});

it('has an area for each feature that has a text, under its name', () => {
  const folders = readdirSync('www/features').filter((name) => existsSync(`www/features/${name}/en.ts`));
  expect(folders).toContain('slow-motion');
  for (const folder of folders) expect(en).toHaveProperty(areaOf(`${folder}/en.ts`));
});

it('names every setting and its choices, and refuses in words', () => {
  expect(SETTINGS.length).toBeGreaterThan(20);
  for (const setting of SETTINGS)
    for (const { settings } of [en, zh]) {
      expect(settings.labels[setting.name], setting.name).toBeTruthy();
      for (const value of optionsOf(setting) ?? [])
        expect(settings.options[setting.name]?.[value], `${setting.name} ${value}`).toBeTruthy();
    }
  const { refused } = en.settings;
  expect(refused('Beta', { kind: 'anyNumber' }, '')).toBe('Beta: expected a number, got nothing.');
  expect(refused('Seed', { kind: 'anyWhole' }, 'x')).toBe('Seed: expected a whole number, got “x”.');
  expect(refused('Latent size', { kind: 'whole', low: 1, high: 64 }, 65)).toBe(
    'Latent size: expected a whole number from 1 to 64, got 65.',
  );
});

it('has what the markup asks for, in both languages', () => {
  const markup = readPage();
  const paths = [...markup.matchAll(/data-(?:first-)?text(?:-[a-z-]+)?="([^"]+)"/g)].map(([, path]) => path);
  expect(paths.length).toBeGreaterThan(50);
  for (const path of paths) for (const text of [en, zh]) expect(lookUp(text, path ?? '')).not.toBe('');
});

it('fills content and attributes in, and refuses what it does not know', () => {
  expect(fillIn('<p class="a" data-text="input.lead"></p>', en)).toBe(
    `<p class="a" data-text="input.lead">${en.input.lead}</p>`,
  );
  expect(fillIn('<i data-text-title="input.pad"></i>', en)).toContain(`title="${en.input.pad}"`);
  expect(() => fillIn('<p data-text="input.nowhere"></p>', en)).toThrow('input.nowhere');
  expect(() => fillIn('<p data-text="input.lead">Draw.</p>', en)).toThrow('text of its own');
});

/** What a person sees of each Chinese text; of one that takes arguments, its source. */
function chineseTexts(): [string, string][] {
  const prose = readFileSync('www/features/article/zh.html', 'utf8').replaceAll(/<[^>]*>/g, '');
  const said = leaves({ ...zh, ...own }).map(([path, value]): [string, string] => [path, String(value)]);
  return [...said, ['features/article/zh.html', prose]];
}

it('has no Western point beside a Chinese character', () => {
  const western =
    /.{0,9}(?:\p{Script=Han}\s*[.,:;?!]|(?:(?<![\w.])|(?<=[)\]}”》]))[.,:;?!]\s?\p{Script=Han}).{0,9}/gu;
  const found = chineseTexts().flatMap(([path, words]) =>
    [...words.matchAll(western)].map(([match]) => `${path}: ${match}`),
  );
  expect(found).toEqual([]);
});

it('has no Western bracket around or beside Chinese characters', () => {
  const western = /.{0,9}(?:\p{Script=Han} ?\([^)]*\)|(?<![\w.])\([^)]*\p{Script=Han}[^)]*\)).{0,9}/gu;
  const found = chineseTexts().flatMap(([path, words]) =>
    [...words.matchAll(western)].map(([match]) => `${path}: ${match}`),
  );
  expect(found).toEqual([]);
});

it('parts a name from Chinese by a blank only where it is not Chinese', () => {
  const { config } = zh;
  expect(config.data('彩色', '表情符号', '伯努利似然')).toBe('彩色表情符号，伯努利似然');
  expect(config.data('二值化', 'MNIST', '伯努利似然')).toBe('二值化 MNIST，伯努利似然');
  expect(config.ofTexts('颜色名', '逐字似然')).toBe('颜色名的文字，逐字似然');
  expect(config.ofWords('reviews', '多项似然')).toBe('reviews 的词，多项似然');
  expect(config.ofLikes('鲍勃·鲁斯的画', '多项似然')).toBe('鲍勃·鲁斯的画的喜好，多项似然');
});

it('lists and labels in the language that speaks', () => {
  expect([en, zh].map(({ page }) => page.list(['a', 'b']))).toEqual(['a, b', 'a、b']);
  expect([en, zh].map(({ page }) => page.labelled('a', 'b'))).toEqual(['a: b', 'a：b']);
});
