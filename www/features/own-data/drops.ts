// What is dropped anywhere on the page: models and experiments to those that are saved, all else is data of one's own.

import { isExperiment } from '../../app/export/experiment-files';
import type { Send } from '../../app/send';
import type { ChosenFile } from '../../engine/protocol/importer';
import { chosenIn, filesBelow } from './chosen';

/** Without this the browser would leave the page for the file. */
export function takeDrops(send: Send, report: (error: unknown) => void) {
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer || !holdsFiles(event)) return;
    event.preventDefault();
    sendOn(droppedIn(event.dataTransfer), send).catch(report);
  });
}

interface Dropped {
  files: readonly File[];
  folders: readonly FileSystemEntry[];
}

/** They can be asked for during the event alone. */
function droppedIn({ items }: DataTransfer): Dropped {
  const dropped: { files: File[]; folders: FileSystemEntry[] } = { files: [], folders: [] };
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) dropped.folders.push(entry);
    else if (file) dropped.files.push(file);
  }
  return dropped;
}

export async function sendOn({ files, folders }: Dropped, send: Send) {
  const pictures: File[] = [];
  for (const file of files) {
    if (await isOfModel(file)) send({ do: 'bring in', file });
    else pictures.push(file);
  }
  if (pictures.length + folders.length === 0) return;
  send({ do: 'read own data', files: all(pictures, folders) });
  document.querySelector('#own-data')?.scrollIntoView({ block: 'nearest' });
}

async function* all(files: readonly File[], folders: readonly FileSystemEntry[]): AsyncGenerator<ChosenFile> {
  yield* chosenIn(files);
  yield* filesBelow(folders);
}

/** A model, a run, or an experiment. */
async function isOfModel(file: File): Promise<boolean> {
  return /\.safetensors$/i.test(file.name) || (/\.zip$/i.test(file.name) && (await isExperiment(file)));
}
