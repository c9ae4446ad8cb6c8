import { expect, it } from 'vitest';
import type {
  ImportedSet,
  ImportedTastes,
  ImportedTexts,
  TasteRefused,
  TextsRefused,
  Why,
} from '../../../engine/protocol/importer';
import { en } from './en';
import { summaryWords, tastesWords, textsWords } from './preview';
import { refusalWords } from './refused';
import { tasteWhyWords, textsWhyWords, whyWords } from './words';
import { zh } from './zh';

const all: Why[] = [
  { kind: 'unknown' },
  { kind: 'empty' },
  { kind: 'damaged', message: 'cut' },
  { kind: 'tooLarge', most: 8192 },
  { kind: 'mixed', expected: [28, 28], came: [32, 16] },
  { kind: 'bomb', most: 2 ** 30 },
  { kind: 'shape', sizes: [2, 3, 4, 5] },
  { kind: 'row', numbers: 3 },
  { kind: 'value', came: '300' },
  { kind: 'labels', expected: 4, came: 3 },
  { kind: 'tooMany', most: 100_000, left: 5 },
];

it.each(all)('words a refusal, $kind, in both languages', (why) => {
  expect(whyWords(why, en)).toMatch(/[Ee]xpected .+\.$/);
  expect(whyWords(why, zh)).toMatch(/\p{Script=Han}.*。$/u);
});

const ofTastes: TasteRefused[] = [
  { kind: 'file', why: { kind: 'empty' } },
  { kind: 'columns', came: 1 },
  { kind: 'fields', line: 3, expected: 3, came: 2 },
  { kind: 'rating', line: 3, came: 'good' },
  { kind: 'twice', line: 3, person: 'ann', item: 'tea' },
  { kind: 'noItems' },
  { kind: 'tooMany', most: 20_000, came: 20_001 },
  { kind: 'allAlike' },
  { kind: 'few', items: 1, people: 0, ofItems: 5, ofPeople: 7 },
];

it.each(ofTastes)('words why a table of tastes is not read, $kind, in both languages', (why) => {
  expect(tasteWhyWords(why, en)).toMatch(/expected .+\.$/);
  expect(tasteWhyWords(why, zh)).toMatch(/\p{Script=Han}.*。$/u);
  for (const [name, value] of Object.entries(why))
    if (name !== 'kind' && name !== 'why' && why.kind !== 'columns')
      expect(tasteWhyWords(why, en)).toContain(
        Number.isFinite(value) ? Number(value).toLocaleString('en') : value,
      );
});

const ofTexts: TextsRefused[] = [
  { kind: 'file', why: { kind: 'empty' } },
  { kind: 'columns', came: 1 },
  { kind: 'fields', line: 3, expected: 3, came: 2 },
  { kind: 'classes', most: 20, came: 31 },
  { kind: 'long', line: 7, most: 100_000 },
  { kind: 'otherClasses', expected: '0, 1', came: '2, 3' },
  { kind: 'few', texts: 1, ofTexts: 5, words: 0 },
];

it.each(ofTexts)('words why a table of texts is not read, $kind, in both languages', (why) => {
  expect(textsWhyWords(why, en)).toMatch(/expected .+\.$/);
  expect(textsWhyWords(why, zh)).toMatch(/\p{Script=Han}.*。$/u);
});

it('says of texts how many there are, how many words count, and which are in most', () => {
  const set = {
    data: { kind: 'items', width: 2000, classes: ['0', '1'], terms: 'words' },
    texts: { train: 4000, t10k: 999 },
    leftOut: 1,
    commonest: ['great', 'coffee'],
  } as unknown as ImportedTexts;
  expect(textsWords(set, en)).toBe(
    '4,000 texts to train on and 999 to test on, of 2 classes; 2,000 words count. Left out, for they have no word that counts: 1. In most texts: great, coffee.',
  );
  expect(textsWords(set, zh)).toContain('4,000 篇文本用于训练');
});

it('says of tastes how many people, items and likes there are, and what is liked most', () => {
  const set = {
    data: { kind: 'items', width: 1255 },
    people: { train: 544, t10k: 109 },
    likes: 38_979,
    favourites: [
      { item: 'Heat', people: 1000 },
      { item: 'Jaws', people: 2 },
    ],
  } as unknown as ImportedTastes;
  expect(tastesWords(set, en)).toBe(
    '544 people to train on and 109 to test on, 1,255 items, 38,979 likes. Most liked, and by how many: Heat: 1,000; Jaws: 2.',
  );
});

it('says what was expected and what came', () => {
  expect(whyWords({ kind: 'mixed', expected: [28, 28], came: [32, 16] }, en)).toBe(
    'expected 28 × 28 pixels as the others have; it has 32 × 16.',
  );
  expect(whyWords({ kind: 'bomb', most: 32 << 20 }, en)).toContain('at most 32 MB unpacked');
});

it('names the first ten, then says how many more there are', () => {
  const refused = Array.from({ length: 12 }, (_, index) => ({ name: `${index}.txt`, why: all[1] as Why }));
  const lines = refusalWords({ refused, refusals: 1500 }, en);
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('0.txt: expected something in it; it is empty.');
  expect(lines.at(-1)).toBe('and 1,490 more.');
  expect(refusalWords({ refused: refused.slice(0, 2), refusals: 2 }, en)).toHaveLength(2);
});

it('names the classes of which no picture is tested', () => {
  const data = { kind: 'image' as const, width: 28, height: 28, channels: 1, classes: ['cat', 'dog', 'eel'] };
  const set = (t10k: readonly number[]) =>
    ({ data, counts: { train: [9, 1, 1], t10k } }) as unknown as ImportedSet;
  expect(summaryWords(set([2, 1, 1]), en)).not.toContain('No test');
  expect(summaryWords(set([2, 1, 0]), en)).toContain('No test pictures of eel: it has too few');
  expect(summaryWords(set([2, 0, 0]), en)).toContain('No test pictures of dog, eel: they have too few');
});
