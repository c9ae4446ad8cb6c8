// Makes the files, of the weights that are shown.

import type { Make } from '../../app/export/exports';
import { decoderFile, encoderFile } from './onnx/files';
import { pythonModule } from './python';
import { readModel } from './safetensors';

export const makeModule: Make = async ({ model }) => {
  const { config } = readModel(await model.weights());
  return new Blob([pythonModule(config)], { type: 'text/x-python' });
};

const FILES = { encoder: encoderFile, decoder: decoderFile };

export const makeOnnx =
  (part: keyof typeof FILES): Make =>
  async ({ model }) =>
    new Blob([FILES[part](readModel(await model.weights()))], { type: 'application/octet-stream' });
