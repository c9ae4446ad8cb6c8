import { readFileSync } from 'node:fs';
import { fromBinary } from '@bufbuild/protobuf';
import { Float16Array } from '@petamoriken/float16';
import fc from 'fast-check';
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

/** A safetensors file of these tensors, as the crate writes one. */
function fileOf(tensors: readonly { name: string; shape: number[]; half: boolean; values: number[] }[]) {
  let end = 0;
  const parts = tensors.map(({ half, values }) => {
    const numbers = half ? new Float16Array(values) : new Float32Array(values);
    return new Uint8Array(numbers.buffer);
  });
  const entries = tensors.map(({ name, shape, half }, index) => {
    const begin = end;
    end += parts[index]?.length ?? 0;
    return [name, { dtype: half ? 'F16' : 'F32', shape, data_offsets: [begin, end] }];
  });
  const metadata = { model: JSON.stringify(model.config) };
  const header = Buffer.from(JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return new Uint8Array(Buffer.concat([length, header, ...parts]));
}

it('reads any tensors as they were written', () => {
  const tensor = fc.record({
    half: fc.boolean(),
    values: fc.array(fc.integer({ min: -2000, max: 2000 }), { maxLength: 12 }),
  });
  const names = fc.uniqueArray(
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !name.startsWith('__')),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(names, fc.array(tensor, { minLength: 5, maxLength: 5 }), (names, tensors) => {
      const all = names.map((name, index) => {
        const { half = false, values = [] } = tensors[index] ?? {};
        return { name, half, values, shape: [values.length] };
      });
      const { config, tensors: read } = readModel(fileOf(all));
      expect(config).toEqual(model.config);
      expect([...read].map(([name, { shape, values }]) => [name, shape, [...values]]).sort()).toEqual(
        all.map(({ name, shape, values }) => [name, shape, values]).sort(),
      );
    }),
  );
});
