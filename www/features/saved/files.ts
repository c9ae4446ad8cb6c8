// Models and runs as files: brought in by choice or drop, taken out as safetensors.

import { part } from '../../app/async/part';
import { MOST_BYTES } from '../../app/export/experiment-files';
import { saveBlob } from '../../app/export/files';
import { isZip } from '../../app/export/zip';
import type { Page } from '../../app/page';
import { emptyHistory } from '../../app/run/history';
import { Failed } from '../../engine/failure/failure';
import type { RunConfig } from '../../engine/protocol';
import type { SavedFile } from './schema';
import type { Unsized } from './state';
import { wholeOf } from './whole';

/** A run that begins with the file's model, or stands where the file's run stood. */
export async function runOfFile(file: File, explorer: Pick<Page['explorer'], 'ask'>): Promise<Brought> {
  if (file.size > MOST_BYTES) throw new Failed({ kind: 'fileTooLarge', name: file.name, most: MOST_BYTES });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isZip(bytes)) return runOfExperiment(file.name, bytes, explorer);
  const whole = wholeOf(bytes);
  if (whole === undefined || whole > bytes.length)
    throw new Failed({ kind: 'notSafetensors', name: file.name, came: bytes.length, of: whole });
  return runOfModel(file.name.replace(/\.safetensors$/i, ''), bytes, explorer);
}

interface Brought {
  run: Unsized;
  file: Omit<SavedFile, 'sha256'>;
}

/** As it was saved: where its weights are no checkpoint of a run, its settings are the experiment's. */
async function runOfExperiment(
  zip: string,
  bytes: Uint8Array<ArrayBuffer>,
  explorer: Pick<Page['explorer'], 'ask'>,
): Promise<Brought> {
  const { openExperiment } = await part(import('../../app/export/experiment'));
  const textsOf = (config: RunConfig) => explorer.ask((it) => it.settings.textsOf(config));
  const { name, weights, settings, texts, run: stood } = await openExperiment(bytes, zip, textsOf);
  const { run, file } = await runOfModel(name, weights, explorer);
  const { model } = run.config;
  const own = run.exact ? {} : { config: { ...settings, model }, texts };
  if (!stood) return { run: { ...run, ...own }, file };
  const { history, ...rest } = stood;
  return { run: { ...run, ...rest, ...own }, file: { ...file, history } };
}

async function runOfModel(
  name: string,
  checkpoint: Uint8Array<ArrayBuffer>,
  explorer: Pick<Page['explorer'], 'ask'>,
): Promise<Brought> {
  const { run: config, position } = await explorer.ask((it) => it.model.readFile(checkpoint));
  const texts = await explorer.ask((it) => it.settings.textsOf(config));
  const step = position?.steps ?? 0;
  const run: Unsized = {
    id: crypto.randomUUID(),
    name: { number: 0, given: name },
    savedAt: Date.now(),
    present: false,
    exact: position !== undefined,
    config,
    texts,
    before: [],
    position: {
      epoch: 1,
      step,
      stepInEpoch: 0,
      // That is the data set's to say: with the first step it does.
      stepsPerEpoch: 0,
      images: step * config.train.batchSize,
      seconds: 0,
    },
    test: undefined,
    epochTest: undefined,
    ending: undefined,
  };
  return { run, file: { checkpoint, history: emptyHistory() } };
}

export const saveSafetensors = (weights: Uint8Array<ArrayBuffer>, name: string) =>
  saveBlob(new Blob([weights], { type: 'application/octet-stream' }), `${name}.safetensors`);

/** A name that any system takes. */
export const fileNameOf = (words: string) => words.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || 'run';
