// Training on images of one's own.

import { failureWords } from '../../engine/failure/failure';
import { wayTo } from '../../engine/transfer';
import type { DataSpec, Finish, Terms } from './latent';
import { Line } from './line';
import { english, inWords } from './problems';
import type { RunOrder, Split, Told } from './worker-api';

/** N images of one size, one after the other, each channel after channel and row by row. */
export interface ImageSet {
  pixels: Uint8Array;
  width: number;
  height: number;
  /** 1 is grey, 255 is ink; 3 is colour. */
  channels?: 1 | 3;
  /** The class of each, an index among `classes`; none are needed but by a conditional model. */
  labels?: Uint8Array;
  classes?: readonly string[];
}

/** Any setting of the explorer by its name, as `latentSize`, `hiddenSizes` or `learningRate`; `latent train --help` lists them. */
export type Settings = Readonly<Record<string, string | number | readonly number[]>>;

/** When a run stops by itself: at the first of these. */
export interface Stops {
  epochs?: number;
  minutes?: number;
  /** Nats an image, on the images held out. */
  elbo?: number;
}

export interface TrainOptions {
  settings?: Settings;
  stop?: Stops;
  /** A model's file to go on with, in place of random weights. */
  from?: Uint8Array;
}

/** Terms are nats an image. */
export interface TrainingEvents {
  progress: {
    epoch: number;
    step: number;
    stepsPerEpoch: number;
    seconds: number;
    imagesPerSecond: number;
    terms: Terms;
  };
  /** On the images held out: the last tenth. */
  test: { step: number; images: number; terms: Terms };
  /** The model as it is, several times a second: a safetensors file, for `Model.open` or to save. */
  model: { step: number; weights: Uint8Array };
  /** What has stopped it: one of the conditions, or the settings' own. */
  finish: { why: Finish | keyof Stops };
  error: { message: string };
}

/** A run in a worker of its own: it goes on until it is over, or closed. */
export class Training extends EventTarget {
  private readonly line: Promise<Line>;
  private readonly way = wayTo((told: Told) => this.hear(told));

  private constructor(images: ImageSet, options: TrainOptions) {
    super();
    this.line = this.started(images, options);
    // It is told as an event, and to who waits for an answer.
    this.line.catch((error: unknown) => {
      this.way.end();
      this.tell('error', { message: inWords(error).message });
    });
  }

  /** Begins a run on these images. */
  static begin(images: ImageSet, options: TrainOptions = {}): Training {
    return new Training(images, options);
  }

  override addEventListener<Name extends keyof TrainingEvents>(
    name: Name,
    hear: (event: CustomEvent<TrainingEvents[Name]>) => unknown,
    options?: AddEventListenerOptions,
  ): void;
  override addEventListener(
    name: string,
    hear: EventListenerOrEventListenerObject,
    options?: AddEventListenerOptions,
  ): void;
  override addEventListener(name: string, hear: never, options?: AddEventListenerOptions) {
    super.addEventListener(name, hear, options);
  }

  /** Ends the step that is under way; `model` and `progress` have told where it stands when this resolves. */
  async pause(): Promise<void> {
    await (await this.line).ask((remote) => remote.pause());
  }

  async resume(): Promise<void> {
    await (await this.line).ask((remote) => remote.resume());
  }

  /** Ends the run and its worker. */
  close(): void {
    this.line.then((line) => line.close()).catch(() => undefined);
    this.way.end();
  }

  private async started(images: ImageSet, options: TrainOptions): Promise<Line> {
    const order = orderOf(images, options);
    const line = await Line.open();
    try {
      await line.ask((remote) => remote.create(order, this.way.port));
      await line.ask((remote) => remote.resume());
      return line;
    } catch (error) {
      line.close();
      throw error;
    }
  }

  private hear(told: Told) {
    switch (told.kind) {
      case 'progress': {
        const { position, ...rest } = told;
        const { epoch, step, stepsPerEpoch, seconds } = position;
        return this.tell('progress', { epoch, step, stepsPerEpoch, seconds, ...rest });
      }
      case 'tests':
        for (const { position, images, terms } of told.tests)
          this.tell('test', { step: position.step, images, terms });
        return;
      case 'model':
        return this.tell('model', { step: told.step, weights: told.weights });
      case 'finished':
        return this.tell('finish', { why: told.why });
      case 'diverged':
        return this.tell('error', {
          message: 'The loss is no longer a number: try a smaller learning rate.',
        });
      case 'failed':
        return this.tell('error', { message: failureWords(told.why, english) });
    }
  }

  private tell<Name extends keyof TrainingEvents>(name: Name, detail: TrainingEvents[Name]) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const HELD_OUT = 10;

function orderOf(images: ImageSet, { settings = {}, stop = {}, from }: TrainOptions): RunOrder {
  const { width, height, channels = 1, classes = ['0'] } = images;
  const data: DataSpec = { kind: 'image', width, height, channels, classes: [...classes] };
  const [train, test] = parted(images, width * height * channels);
  const form = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  return { data, train, test, settings: Object.fromEntries(form), stops: stop, from };
}

/** All but the last tenth, and that. */
function parted({ pixels, labels }: ImageSet, size: number): [Split, Split] {
  const count = pixels.length / size;
  if (!Number.isInteger(count) || count < 2)
    throw new Error(`Expected two or more images of ${size} bytes, got ${pixels.length} bytes.`);
  if (labels && labels.length !== count)
    throw new Error(`Expected a label for each of ${count} images, got ${labels.length}.`);
  const named = labels ?? new Uint8Array(count);
  const first = count - Math.max(1, Math.floor(count / HELD_OUT));
  const part = (from: number, to: number) => ({
    pixels: pixels.slice(from * size, to * size),
    labels: named.slice(from, to),
  });
  return [part(0, first), part(first, count)];
}
