import { readFileSync } from 'node:fs';
import { fromBinary } from '@bufbuild/protobuf';
import { expect, it } from 'vitest';
import { decoderFile, encoderFile } from './onnx/files';
import { ModelProtoSchema } from './onnx/onnx_pb';
import { pythonModule } from './python';
import { readModel } from './safetensors';

// What the figures of these files are is held against the crate's by tests/python.

const model = readModel(readFileSync('assets/mnist-conditional.safetensors'));

it('reads a shipped model, whose numbers are float16 and whose config says less', () => {
  expect(model.config).toMatchObject({ conditional: true, hiddenSizes: [256, 128], data: { width: 28 } });
  expect(model.tensors.get('encoder.posterior.weight')?.shape).toEqual([4, 128]);
  for (const { shape, values } of model.tensors.values()) {
    expect(values).toHaveLength(shape.reduce((product, size) => product * size, 1));
    expect(values.every(Number.isFinite)).toBe(true);
  }
});

it.each([
  [encoderFile, ['images', 'classes'], ['mean', 'log_var']],
  [decoderFile, ['z', 'classes'], ['images']],
] as const)('writes a graph whose values are all made before they are used', (file, inputs, outputs) => {
  const { graph, metadataProps } = fromBinary(ModelProtoSchema, file(model));
  if (!graph) throw new Error('The file has no graph.');
  expect(graph.input.map(({ name }) => name)).toEqual(inputs);
  expect(graph.output.map(({ name }) => name)).toEqual(outputs);
  const made = new Set([...graph.input, ...graph.initializer].map(({ name }) => name));
  for (const node of graph.node) {
    for (const input of node.input) expect(made).toContain(input);
    for (const output of node.output) made.add(output);
  }
  expect(made).toEqual(new Set([...made, ...outputs]));
  expect(JSON.parse(metadataProps[0]?.value ?? '')).toEqual(model.config);
});

it('puts the config into the PyTorch module’s head, whatever the classes are called', () => {
  const classes = ['"', '""', '\\', '$&', '猫'];
  const config = { ...model.config, data: { ...model.config.data, classes } };
  const module = pythonModule(config);
  const [, json = ''] = module.match(/^CONFIG = json\.loads\(r"""\n([\s\S]*?)"""\)/m) ?? [];
  expect(JSON.parse(json)).toEqual(config);
  expect(module.match(/class VAE/g)).toHaveLength(1);
});
