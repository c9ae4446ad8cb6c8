// The codes of all samples of a split: as a table, as the means alone, or as arrays.

import { part } from '../../app/async/part';
import type { Make } from '../../app/export/exports';
import { hasClasses, hasTexts } from '../../engine/data/spec';
import { hexOf } from '../../engine/hex';
import type { DataSpec, Split } from '../../engine/protocol';
import { colourAt, textOf } from '../../ui/written';

/** More than any data set has. */
const ALL = Number.MAX_SAFE_INTEGER;

export const makeCodes =
  (split: Split): Make =>
  async ({ model }, format) => {
    const { value: codes, model: of } = await model.ask((it) => it.codes.first(split, ALL));
    const { latentSize } = of.summary.config;
    const shape = [codes.labels.length, latentSize];
    const arrays = {
      mu: { values: codes.mu, shape },
      // An autoencoder's code is a point.
      ...(codes.logVar.length > 0 ? { logVar: { values: codes.logVar, shape } } : {}),
    };
    if (format === 'csv') {
      const texts = hasTexts(of.summary.data) ? (await model.ask((it) => it.codes.texts(split))).value : [];
      return tableOf(whatIs(of.summary.data, codes.labels, texts), Object.entries(arrays), latentSize);
    }
    const { npyBlob, npzBlob } = await part(import('../../app/export/npy'));
    if (format === 'npy') return npyBlob(arrays.mu);
    return npzBlob({ ...arrays, labels: { values: codes.labels, shape: [codes.labels.length] } });
  };

/** What a table says of each sample beside its place. */
interface What {
  columns: readonly string[];
  of: (index: number) => readonly string[];
}

/** Its text, with its colour as files of lines have it; else its class, where there are any. */
function whatIs(data: DataSpec, labels: Uint8Array, texts: readonly Uint8Array[]): What {
  const label = (index: number) => data.classes[labels[index] ?? 0] ?? '';
  const classed: What = hasClasses(data)
    ? { columns: ['label'], of: (index) => [label(index)] }
    : { columns: [], of: () => [] };
  if (!hasTexts(data)) return classed;
  const bytes = (index: number) => texts[index] ?? new Uint8Array();
  const colour = (index: number) => (data.colour ? [`#${hexOf(colourAt(bytes(index), data) ?? [])}`] : []);
  return {
    columns: ['text', ...(data.colour ? ['colour'] : []), ...classed.columns],
    of: (index) => [textOf(bytes(index), data), ...colour(index), ...classed.of(index)],
  };
}

/** A row for each sample: its place in the data set, what it is, and its posterior. */
async function tableOf(
  { columns: said, of }: What,
  arrays: [name: string, array: { values: Float32Array; shape: number[] }][],
  latentSize: number,
) {
  const { csvBlob } = await part(import('../../app/export/csv'));
  const columns = arrays.flatMap(([name]) =>
    Array.from({ length: latentSize }, (_, dimension) => `${name}${dimension + 1}`),
  );
  const count = arrays[0]?.[1].shape[0] ?? 0;
  const rows = Array.from({ length: count }, (_, index) => [
    index,
    ...of(index),
    ...arrays.flatMap(([, { values }]) => [...values.subarray(index * latentSize, (index + 1) * latentSize)]),
  ]);
  return csvBlob(['index', ...said, ...columns], rows);
}
