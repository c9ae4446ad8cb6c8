// A graph of ONNX, built operator by operator.

import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType as AttributeType,
  TensorProto_DataType as DataType,
  type GraphProtoSchema,
  ModelProtoSchema,
  type NodeProtoSchema,
  type TensorProtoSchema,
  type ValueInfoProtoSchema,
} from './onnx_pb';

/** What runtimes of 2022 and later know. */
const [IR_VERSION, OPERATORS] = [8n, 17n];

/** The name of a value. */
export type Value = string;
/** `N` stands for the number of images. */
export type Shape = readonly (number | 'N')[];

export class Graph {
  private readonly nodes: MessageInitShape<typeof NodeProtoSchema>[] = [];
  private readonly constants = new Map<Value, MessageInitShape<typeof TensorProtoSchema>>();
  private readonly inputs: MessageInitShape<typeof ValueInfoProtoSchema>[] = [];
  private readonly outputs: MessageInitShape<typeof ValueInfoProtoSchema>[] = [];

  constructor(private readonly name: string) {}

  /** What comes in: floats, or the indices of classes. */
  input(name: string, shape: Shape, type: 'floats' | 'indices' = 'floats'): Value {
    this.inputs.push(described(name, shape, type === 'floats' ? DataType.FLOAT : DataType.INT64));
    return name;
  }

  output(name: string, value: Value, shape: Shape) {
    this.nodes.push({ opType: 'Identity', name, input: [value], output: [name] });
    this.outputs.push(described(name, shape, DataType.FLOAT));
  }

  floats(name: string, shape: readonly number[], values: Float32Array<ArrayBuffer>): Value {
    return this.constant(name, shape, DataType.FLOAT, values);
  }

  integers(name: string, values: readonly number[]): Value {
    return this.constant(name, [values.length], DataType.INT64, BigInt64Array.from(values, BigInt));
  }

  apply(operator: string, inputs: readonly Value[], attributes: Attributes = {}): Value {
    const [result = ''] = this.split(operator, inputs, 1, attributes);
    return result;
  }

  /** An operator of several results. */
  split(
    operator: string,
    inputs: readonly Value[],
    results: number,
    attributes: Attributes = {},
  ): readonly Value[] {
    const name = `${operator} ${this.nodes.length + 1}`;
    const output = Array.from({ length: results }, (_, index) =>
      index === 0 ? name : `${name}, ${index + 1}`,
    );
    const attribute = Object.entries(attributes).map(([name, value]) => attributeOf(name, value));
    this.nodes.push({ opType: operator, name, input: [...inputs], output, attribute });
    return output;
  }

  /** As a file, with what is to be said of the model. */
  file(metadata: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
    const graph: MessageInitShape<typeof GraphProtoSchema> = {
      name: this.name,
      node: this.nodes,
      initializer: [...this.constants.values()],
      input: this.inputs,
      output: this.outputs,
    };
    const model = create(ModelProtoSchema, {
      irVersion: IR_VERSION,
      opsetImport: [{ domain: '', version: OPERATORS }],
      producerName: 'Latent Explorer',
      graph,
      metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    });
    return toBinary(ModelProtoSchema, model);
  }

  private constant(
    name: string,
    shape: readonly number[],
    dataType: DataType,
    { buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>,
  ): Value {
    const rawData = new Uint8Array(buffer, byteOffset, byteLength);
    this.constants.set(name, { name, dims: shape.map(BigInt), dataType, rawData });
    return name;
  }
}

type Attributes = Readonly<Record<string, number | readonly number[]>>;

const attributeOf = (name: string, value: number | readonly number[]) =>
  typeof value === 'number'
    ? { name, type: AttributeType.INT, i: BigInt(value) }
    : { name, type: AttributeType.INTS, ints: value.map(BigInt) };

function described(name: string, shape: Shape, elemType: DataType) {
  const dim = shape.map((size) => ({
    value:
      size === 'N'
        ? ({ case: 'dimParam', value: size } as const)
        : ({ case: 'dimValue', value: BigInt(size) } as const),
  }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
