// Writes what the page saves of each model in a folder: the PyTorch module, and encoder and decoder as ONNX files.
//
//   node tests/python/export.mjs FOLDER

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const [folder = '.'] = process.argv.slice(2);
const features = './www/features/model-files';
const pageModule = async (path) => (await runnerImport(`${features}/${path}`)).module;
const [{ readModel }, { encoderFile, decoderFile }, { pythonModule }] = await Promise.all(
  ['safetensors.ts', 'onnx/files.ts', 'python.ts'].map(pageModule),
);

const models = readdirSync(folder).filter((file) => /^[^.]*\.safetensors$/.test(file));
for (const file of models) {
  const model = readModel(readFileSync(join(folder, file)));
  const save = (end, content) => writeFileSync(join(folder, file.replace(/\.safetensors$/, end)), content);
  save('.py', pythonModule(model.config));
  save('.encoder.onnx', encoderFile(model));
  save('.decoder.onnx', decoderFile(model));
}
