// A model's safetensors file, read: the config that it states, and its tensors as float32.

import { Float16Array } from '@petamoriken/float16';
import { DEFAULT_RUN } from '../../app/settings/schema';
import type { ModelConfig } from '../../engine/protocol';

export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

export interface ModelFile {
  readonly config: Required<ModelConfig>;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

interface Stored {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}

type Header = Record<string, Stored> & { __metadata__: { model: string } };

const LENGTH_BYTES = 8;

/** What models had before there were others, and files of such models do not say. */
const UNSAID = {
  decoder: 'layers',
  prior: { kind: 'gaussian' },
  fullCovariance: false,
  lowerSize: 0,
} as const;

/** Of bytes that the crate wrote or has read: they are not checked again. */
export function readModel(bytes: Uint8Array): ModelFile {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const data = bytes.subarray(LENGTH_BYTES + length);
  const json = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  const { __metadata__: metadata, ...stored } = JSON.parse(json) as Header;
  const tensor = ({ dtype, shape, data_offsets: [from, to] }: Stored): Tensor => ({
    shape,
    values: valuesOf(new Uint8Array(data.subarray(from, to)).buffer, dtype),
  });
  return {
    // Older files do not say all of it.
    config: { ...UNSAID, ...DEFAULT_RUN.model, ...JSON.parse(metadata.model) },
    tensors: new Map(Object.entries(stored).map(([name, each]) => [name, tensor(each)])),
  };
}

/** The file's numbers lie lowest byte first, as in every browser's machine. */
const valuesOf = (buffer: ArrayBuffer, dtype: string) =>
  dtype === 'F16' ? Float32Array.from(new Float16Array(buffer)) : new Float32Array(buffer);
