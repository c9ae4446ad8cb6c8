// All of it as one file: settings, seed, curves, weights, pictures, figures, and how to make it again.

import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { formatsWithout } from '../../app/export/codecs';
import { type Experiment, FORMAT, VERSION } from '../../app/export/experiment';
import { DESCRIPTION, WEIGHTS } from '../../app/export/experiment-files';
import { canBeSaved, type Export, type ExportPage, type Make } from '../../app/export/exports';
import { trainCommand } from '../../app/run/train-command';
import { macrotask } from '../../engine/macrotask';
import { sha256 } from '../../engine/sha256';
import { readme } from './readme';
import { type Subject, subjectOf } from './subject';

/** What an experiment has in it, and in which folder; what is for other programs lies beside the weights. */
const FOLDERS: Partial<Record<Export['kind'], string>> = {
  picture: 'pictures/',
  data: 'figures/',
  model: '',
  animation: 'animations/',
};

/** What is no smaller for being packed. */
const PACKED = /\.(png|gif|mp4|webm|safetensors|npz|onnx)$/;

/** `whole` with what takes long too. */
export const makeExperiment =
  (whole: boolean): Make =>
  async (page, _, colours) => {
    const subject = await subjectOf(page);
    const { weights } = subject;
    const experiment = await described(subject);
    const results = await resultsOf(page, colours, whole);
    const files: [name: string, content: Uint8Array][] = [
      [DESCRIPTION, encoded(`${JSON.stringify(experiment, undefined, 1)}\n`)],
      [
        'README.md',
        encoded(
          readme(
            subject,
            experiment,
            results.map(([name]) => name),
          ),
        ),
      ],
      [WEIGHTS, weights],
      ...results,
    ];
    return zipOf(files);
  };

const encoded = (text: string) => new TextEncoder().encode(text);

async function described({
  name,
  weights,
  settings,
  texts,
  epochs,
  data,
  run,
}: Subject): Promise<Experiment> {
  return {
    format: FORMAT,
    version: VERSION,
    name,
    command: trainCommand({ epochs, texts }, data),
    address: location.href,
    seed: settings.train.seed,
    settings,
    weights: { file: WEIGHTS, sha256: await sha256(weights) },
    ...(run ? { run } : {}),
  };
}

/** What else can be saved, in the formats that this browser writes. */
async function resultsOf(page: ExportPage, colours: Parameters<Make>[2], whole: boolean) {
  const files: [name: string, content: Uint8Array][] = [];
  const without = whole ? await formatsWithout() : [];
  const wanted = page.exports.filter(
    (one) => one.kind in FOLDERS && (whole || !takesLong(one)) && canBeSaved(one, page.state),
  );
  for (const { name, kind, formats, load } of wanted) {
    const make = await load();
    for (const format of formats.filter((format) => !without.includes(format))) {
      const file = await make(page, format, colours);
      if (file) files.push([`${FOLDERS[kind]}${name}.${format}`, new Uint8Array(await file.arrayBuffer())]);
    }
  }
  return files;
}

const takesLong = (one: Export) => one.takesLong === true || one.kind === 'animation';

/** A file at a time, so that the page answers meanwhile. */
async function zipOf(files: readonly [name: string, content: Uint8Array][]): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  for (const [name, content] of files) {
    await macrotask();
    const entry = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}
