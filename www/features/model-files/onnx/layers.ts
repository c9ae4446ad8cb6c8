// A model's layers, by the names of their tensors in its file.

import type { ModelFile } from '../safetensors';
import { Graph, type Value } from './graph';

/** Of every convolution: 4 x 4 pixels, which halve or double the sides exactly. */
const CONVOLUTION = { kernel_shape: [4, 4], strides: [2, 2], pads: [1, 1, 1, 1] };

export class Layers extends Graph {
  /** Once something is told them. */
  private classes: Value | undefined;

  constructor(
    name: string,
    private readonly model: ModelFile,
  ) {
    super(name);
  }

  get config() {
    return this.model.config;
  }

  /** A tensor of the file. */
  tensor(name: string): Value {
    const { shape, values } = this.named(name);
    return this.floats(name, shape, values);
  }

  shapeOf = (name: string) => this.named(name).shape;

  private named(name: string) {
    const tensor = this.model.tensors.get(name);
    if (!tensor) throw new Error(`The model’s file has no tensor “${name}”: its config asks for one.`);
    return tensor;
  }

  dense = (name: string, x: Value): Value =>
    this.apply('Gemm', [x, ...this.weightAndBias(name)], { transB: 1 });

  relu = (x: Value): Value => this.apply('Relu', [x]);

  convolution = (name: string, x: Value): Value =>
    this.apply('Conv', [x, ...this.weightAndBias(name)], CONVOLUTION);

  transposedConvolution = (name: string, x: Value): Value =>
    this.apply('ConvTranspose', [x, ...this.weightAndBias(name)], CONVOLUTION);

  /** Through the hidden layers of a part: shortcuts lead past those as wide as the one before, where the model has them. */
  hidden(part: string, x: Value): Value {
    const { residual, normalisation } = this.config;
    const widths = this.widthsOf(part);
    const hasShortcut = widths.map((width, index) => residual && width === widths[index - 1]);
    const count = hasShortcut.filter(Boolean).length;
    let sum = '';
    for (const [index] of widths.entries()) {
      const output = this.dense(`${part}.hidden.${index}`, x);
      sum = hasShortcut[index] ? this.beside(sum, output, count) : output;
      x = this.relu(normalisation === 'layer' ? this.normalised(`${part}.norms.${index}`, sum) : sum);
    }
    return x;
  }

  private widthsOf(part: string): readonly number[] {
    if (part === 'lower') return this.config.hiddenSizes.slice(-1);
    return part === 'encoder' ? this.config.hiddenSizes : this.decoderSizes().toReversed();
  }

  /** Of the encoder's those that the decoder mirrors: of texts the first is what tells the characters, topics have none. */
  private decoderSizes(): readonly number[] {
    const { data, decoder, hiddenSizes } = this.config;
    if (decoder === 'topics') return [];
    return data.kind === 'text' ? hiddenSizes.slice(1) : hiddenSizes;
  }

  /** The topics' shares of z, in parts of the mean one: the weight that they meet is B / Z. */
  topics(z: Value): Value {
    const count = this.floats('topics', [1], Float32Array.of(this.config.latentSize));
    return this.apply('Mul', [this.apply('Softmax', [z], { axis: 1 }), count]);
  }

  /** Of so many shortcuts each layer adds its share. */
  private beside(sum: Value, output: Value, count: number): Value {
    const shortcuts = this.floats('shortcuts', [1], Float32Array.of(count));
    return this.apply('Add', [sum, this.apply('Div', [output, shortcuts])]);
  }

  /** Over each row, with the operator's own epsilon of 1e-5. */
  private normalised = (name: string, x: Value): Value =>
    this.apply('LayerNormalization', [x, ...this.weightAndBias(name)], { axis: 1 });

  /** Beside the class, which comes in as its index, where the model is told it. */
  told(x: Value): Value {
    const { conditional, data } = this.config;
    if (!conditional) return x;
    this.classes ??= this.input('classes', ['N'], 'indices');
    const { classes } = this;
    const [count, offAndOn] = [
      this.integers('class count', [data.classes.length]),
      this.floats('off and on', [2], Float32Array.of(0, 1)),
    ];
    return this.apply('Concat', [x, this.apply('OneHot', [classes, count, offAndOn])], { axis: 1 });
  }

  /** In rows of this shape. */
  shaped(name: string, x: Value, shape: readonly number[]): Value {
    return this.apply('Reshape', [x, this.integers(name, [-1, ...shape])]);
  }

  private weightAndBias = (name: string) => [this.tensor(`${name}.weight`), this.tensor(`${name}.bias`)];
}
