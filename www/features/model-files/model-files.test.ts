import { readFileSync } from 'node:fs';
import { fromBinary } from '@bufbuild/protobuf';
import { Float16Array } from '@petamoriken/float16';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decoderFile, encoderFile } from './onnx/files';
import { ModelProtoSchema } from './onnx/onnx_pb';
import { pythonModule } from './python';
import { type ModelFile, readModel, type Tensor } from './safetensors';

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

const graphOf = (file: Uint8Array<ArrayBuffer>) => {
  const { graph, metadataProps } = fromBinary(ModelProtoSchema, file);
  if (!graph) throw new Error('The file has no graph.');
  return { graph, config: JSON.parse(metadataProps[0]?.value ?? '') as unknown };
};
const namesOf = (values: readonly { name: string }[]) => values.map(({ name }) => name);

it.each([
  [encoderFile, ['images', 'classes'], ['mean', 'log_var']],
  [decoderFile, ['z', 'classes'], ['images']],
] as const)('writes a graph with the inputs and outputs of its part', (file, inputs, outputs) => {
  const { graph } = graphOf(file(model));
  expect(namesOf(graph.input)).toEqual(inputs);
  expect(namesOf(graph.output)).toEqual(outputs);
});

/** A model of this config, whose tensors are whatever is asked for by their names. */
function anyModel(config: Partial<ModelFile['config']>, number: number): ModelFile {
  const tensors = new Map<string, Tensor>();
  tensors.get = (name) => {
    const values = Float32Array.of(number, name.length);
    if (!tensors.has(name)) tensors.set(name, { shape: [1, 2], values });
    return Map.prototype.get.call(tensors, name) as Tensor;
  };
  return { config: { ...model.config, ...config }, tensors };
}

const someConfig = fc.record({
  latentSize: fc.integer({ min: 1, max: 512 }),
  channels: fc.array(fc.integer({ min: 1, max: 64 }), { maxLength: 2 }),
  hiddenSizes: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 }),
  conditional: fc.boolean(),
  deterministic: fc.boolean(),
  residual: fc.boolean(),
  normalisation: fc.constantFrom<ModelFile['config']['normalisation'][]>('none', 'layer'),
  prior: fc.constantFrom<ModelFile['config']['prior'][]>(
    { kind: 'gaussian' },
    { kind: 'mixture', components: 7 },
  ),
  likelihood: fc.constantFrom<ModelFile['config']['likelihood'][]>(
    { kind: 'bernoulli' },
    { kind: 'gaussianShared' },
    { kind: 'gaussianPixel' },
    { kind: 'gaussianFixed', sigma: 0.5 },
  ),
});

it('writes of any model a graph that uses nothing before it is made, and in which its tensors are as they were', () => {
  fc.assert(
    fc.property(someConfig, fc.float(), (config, number) => {
      for (const file of [encoderFile, decoderFile]) {
        const any = anyModel(config, number);
        const written = graphOf(file(any));
        const { input, initializer, node, output } = written.graph;
        expect(written.config).toEqual(any.config);
        const made = new Set(namesOf([...input, ...initializer]));
        for (const each of node) {
          for (const input of each.input) expect(made).toContain(input);
          for (const output of each.output) made.add(output);
        }
        for (const { name } of output) expect(made).toContain(name);
        const stored = new Map(initializer.map((each) => [each.name, each]));
        expect(any.tensors.size).toBeGreaterThan(0);
        for (const [name, { shape, values }] of any.tensors) {
          const { dims, rawData } = stored.get(name) ?? {};
          expect(dims).toEqual(shape.map(BigInt));
          expect(rawData).toEqual(new Uint8Array(values.buffer));
        }
      }
    }),
  );
});

it('puts the config into the PyTorch module’s head, whatever the classes are called', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', '""', '"""', '\\', '\\"', '$&', '猫'),
  );
  fc.assert(
    fc.property(fc.array(names, { minLength: 1 }), (classes) => {
      const config = { ...model.config, data: { ...model.config.data, classes } };
      const module = pythonModule(config);
      const [, json = ''] = module.match(/^CONFIG = json\.loads\(r"""\n([\s\S]*?)"""\)/m) ?? [];
      expect(JSON.parse(json)).toEqual(config);
      expect(module.match(/class VAE/g)).toHaveLength(1);
    }),
  );
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
