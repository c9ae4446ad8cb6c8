import { expect, it } from 'vitest';
import { chosenIn, filesBelow, inOrder, nameOf } from './chosen';

const at = (...paths: string[]) => paths.map((path) => ({ path, file: undefined }));

it('orders files as the command line does, part by part', () => {
  const sorted = inOrder(at('a b/1', 'a/2', 'a/1', 'B/1', 'a-b/1')).map(({ path }) => path);
  expect(sorted).toEqual(['B/1', 'a/1', 'a/2', 'a b/1', 'a-b/1']);
});

it.each([
  [['cats/1.png', 'cats/2.png'], 'cats'],
  [['mine.zip'], 'mine'],
  [['train.csv.gz'], 'train'],
  [['cats/1.png', 'dogs/2.png'], ''],
  [['a.png', 'b.png'], ''],
  [[], ''],
])('names %j %j', (paths, name) => {
  expect(nameOf(at(...paths))).toBe(name);
});

it('takes the path below a chosen folder', () => {
  const file = Object.assign(new File([], '1.png'), { webkitRelativePath: 'cats/1.png' });
  expect(chosenIn([file, new File([], '2.png')]).map(({ path }) => path)).toEqual(['cats/1.png', '2.png']);
});

const leaf = (fullPath: string, opens = true) => ({
  isDirectory: false,
  fullPath,
  file: (take: (file: File) => void, fail: () => void) => (opens ? take(new File([], fullPath)) : fail()),
});
const folder = (...parts: object[][]) => ({
  isDirectory: true,
  createReader: () => ({ readEntries: (take: (some: object[]) => void) => take(parts.shift() ?? []) }),
});

it('finds all files below a dropped folder, and those that cannot be opened', async () => {
  const inner = folder([leaf('/cats/small/3.png')]);
  const root = folder([leaf('/cats/1.png')], [leaf('/cats/2.png', false), inner]);
  const found: [string, boolean][] = [];
  for await (const { path, file } of filesBelow([root] as unknown as FileSystemEntry[]))
    found.push([path, file !== undefined]);
  expect(found).toEqual([
    ['cats/1.png', true],
    ['cats/2.png', false],
    ['cats/small/3.png', true],
  ]);
});
