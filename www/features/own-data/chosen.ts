// Files and folders as they are chosen and dropped.

import type { ChosenFile } from '../../engine/protocol/importer';

/** Of a file field, one for folders too. */
export const chosenIn = (files: Iterable<File>): ChosenFile[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file }));

/** All files below what was dropped. */
export async function* filesBelow(entries: Iterable<FileSystemEntry>): AsyncGenerator<ChosenFile> {
  for (const entry of entries) {
    if (isFolder(entry)) yield* filesBelow(await childrenOf(entry));
    else yield { path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) };
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** None where the browser may not open it, as a link that leads nowhere. */
const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)));

/** A browser tells some of them at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** By their paths, part by part, as the command line reads them: the same seed parts them alike. */
export function inOrder(files: readonly ChosenFile[]): ChosenFile[] {
  const keyed = files.map((file) => ({ key: file.path.replaceAll('/', '\0'), file }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return keyed.map(({ file }) => file);
}

/** Of the folder that all lie in, or of the only file. */
export function nameOf(files: readonly ChosenFile[]): string {
  const [first, ...others] = files.map(({ path }) => path.split('/'));
  if (!first) return '';
  const [top = ''] = first;
  if (first.length > 1) return others.every(([name]) => name === top) ? top : '';
  return others.length === 0 ? top.replace(/(\.gz)?$/i, '').replace(/\.[^.]+$/, '') : '';
}
