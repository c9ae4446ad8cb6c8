// A model that answers.

import { download } from '../../engine/download';
import type { Encoding, ModelSummary } from './latent';
import { Line } from './line';
import { inWords } from './problems';

/** For a conditional model: the class, by its index. */
export interface OfClass {
  classIndex?: number;
}

export class Model {
  private constructor(
    private readonly line: Line,
    private described: ModelSummary,
  ) {}

  /**
   * Opens a model: a safetensors file that the explorer, its command line or a training has written, by its address or as
   * its bytes. It answers from a worker of its own, until it is closed.
   */
  static async open(source: string | URL | Uint8Array): Promise<Model> {
    const opening = Line.open();
    try {
      const [line, bytes] = await Promise.all([opening, bytesOf(source)]);
      return new Model(line, await line.ask((remote) => remote.load(bytes)));
    } catch (error) {
      opening.then((line) => line.close()).catch(() => undefined);
      throw inWords(error);
    }
  }

  /** What it is made of: its config, its data's width, height and classes, its number of parameters. */
  get summary(): ModelSummary {
    return this.described;
  }

  /** Z, the number of latent dimensions. */
  get latentSize(): number {
    return this.described.config.latentSize;
  }

  /** Answers from other weights from now on, such as those that a training run has just sent. */
  async load(weights: Uint8Array): Promise<ModelSummary> {
    this.described = await this.line.ask((remote) => remote.load(weights));
    return this.described;
  }

  /** Points `[N, Z]`, one after the other, to N images: of grey bytes, 255 is ink, or channel after channel. */
  decode(points: ArrayLike<number>, { classIndex = 0 }: OfClass = {}): Promise<Uint8Array> {
    const { latentSize } = this;
    return this.line.ask((remote) => remote.decode(Float32Array.from(points), latentSize, classIndex));
  }

  /** The posterior of an image, its reconstruction, and its terms in nats. */
  encode(pixels: Uint8Array, { classIndex = 0 }: OfClass = {}): Promise<Encoding> {
    return this.line.ask((remote) => remote.encode(pixels, classIndex));
  }

  /**
   * The same of a drawing of `side * side` bytes, prepared as the data set was; nothing for an empty pad. For a model of images in
   * colour, of as many bytes of red, then of green, then of blue.
   */
  draw(drawing: Uint8Array, side: number, { classIndex = 0 }: OfClass = {}): Promise<Encoding | undefined> {
    return this.line.ask((remote) => remote.draw(drawing, side, classIndex));
  }

  /** Ends its worker. */
  close(): void {
    this.line.close();
  }
}

const bytesOf = (source: string | URL | Uint8Array) =>
  source instanceof Uint8Array ? source : download(new URL(source, document.baseURI));
