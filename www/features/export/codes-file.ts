// The codes of all samples of a split: as a table, as the means alone, or as arrays.

import type { Make } from '../../app/export/exports';
import type { Split } from '../../engine/protocol';
import { nameOfClass } from '../../ui/shown-data';

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
    if (format === 'csv') return tableOf(codes.labels, Object.entries(arrays), latentSize);
    const { npyBlob, npzBlob } = await import('../../app/export/npy');
    if (format === 'npy') return npyBlob(arrays.mu);
    return npzBlob({ ...arrays, labels: { values: codes.labels, shape: [codes.labels.length] } });
  };

/** A row for each sample: its place in the data set, its class, and its posterior. */
async function tableOf(
  labels: Uint8Array,
  arrays: [name: string, array: { values: Float32Array }][],
  latentSize: number,
) {
  const { csvBlob } = await import('../../app/export/csv');
  const columns = arrays.flatMap(([name]) =>
    Array.from({ length: latentSize }, (_, dimension) => `${name}${dimension + 1}`),
  );
  const rows = Array.from(labels, (label, index) => [
    index,
    nameOfClass(label),
    ...arrays.flatMap(([, { values }]) => [...values.subarray(index * latentSize, (index + 1) * latentSize)]),
  ]);
  return csvBlob(['index', 'label', ...columns], rows);
}
