// Makes a file and saves it.

import { saveBlob } from '../../app/export/files';
import type { Use } from './commands';
import { decoderFile, encoderFile } from './onnx/files';
import { pythonModule } from './python';
import { type ModelFile, readModel } from './safetensors';

const FILES: Readonly<Record<Use, { name: string; of: (model: ModelFile) => BlobPart }>> = {
  pytorch: { name: 'latent_vae.py', of: ({ config }) => pythonModule(config) },
  encoder: { name: 'encoder.onnx', of: encoderFile },
  decoder: { name: 'decoder.onnx', of: decoderFile },
};

export function saveFor(use: Use, weights: Uint8Array) {
  const { name, of } = FILES[use];
  saveBlob(new Blob([of(readModel(weights))], { type: 'application/octet-stream' }), name);
}
