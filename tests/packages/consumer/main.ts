// Uses both packages as their documentation says, and tells what came.

import '@latent-explorer/element';
import mnist from '@latent-explorer/element/dist/mnist-2d.safetensors?url';
import { type ImageSet, Model, Training, type TrainOptions } from '@latent-explorer/engine';

const SIDE = 8;
const COUNT = 60;

/** A bright line, further down in each image. */
function lines(): ImageSet {
  const pixels = new Uint8Array(COUNT * SIDE * SIDE);
  for (let image = 0; image < COUNT; image++) {
    const line = (image * SIDE + (image % SIDE)) * SIDE;
    pixels.fill(255, line, line + SIDE);
  }
  return { pixels, width: SIDE, height: SIDE };
}

async function explore() {
  const model = await Model.open(new URL(mnist, document.baseURI));
  const image = await model.decode([0.5, -1]);
  const { mu, terms } = await model.encode(image);
  const images = await model.decode([0, 0, 1, 1, 2, 2]);
  const refused = await model.encode(new Uint8Array(3)).catch((error: Error) => error.message);
  const { parameters, config } = model.summary;
  model.close();
  const { elbo } = terms;
  return {
    bytes: image.length,
    three: images.length,
    mu: [...mu],
    elbo,
    refused,
    parameters,
    of: config.latentSize,
  };
}

const OPTIONS: TrainOptions = {
  settings: { latentSize: 2, hiddenSizes: [16], batchSize: 6, learningRate: 0.01, seed: 1 },
  stop: { epochs: 30 },
};

async function train(images: ImageSet) {
  const training = Training.begin(images, OPTIONS);
  const elbos: number[] = [];
  let weights = new Uint8Array();
  training.addEventListener('test', ({ detail }) => elbos.push(detail.terms.elbo));
  training.addEventListener('model', ({ detail }) => {
    weights = detail.weights.slice();
  });
  const steps = new Promise<number>((resolve) => {
    training.addEventListener('progress', ({ detail }) => resolve(detail.step));
  });
  const why = await new Promise<string>((resolve) => {
    training.addEventListener('finish', ({ detail }) => resolve(detail.why));
    training.addEventListener('error', ({ detail }) => resolve(detail.message));
  });
  training.close();
  const model = await Model.open(weights);
  const { reconstruction } = await model.encode(images.pixels.slice(0, SIDE * SIDE));
  model.close();
  const [first, last] = [elbos[0], elbos.at(-1)];
  return {
    why,
    first,
    last,
    told: await steps,
    line: reconstruction[3],
    beside: reconstruction[3 + 4 * SIDE],
  };
}

async function refuse(images: ImageSet, options: TrainOptions) {
  const training = Training.begin(images, options);
  const message = await new Promise((resolve) => {
    training.addEventListener('error', ({ detail }) => resolve(detail.message));
  });
  training.close();
  return message;
}

async function tell() {
  return {
    explored: await explore(),
    trained: await train(lines()),
    tooWide: await refuse(lines(), { settings: { latentSize: 1000 } }),
    unknown: await refuse(lines(), { settings: { latentSise: 2 } }),
    tooShort: await refuse({ ...lines(), width: 7 }, {}),
  };
}

/** What the types refuse, and what they know. */
export function typed(
  element: HTMLElementTagNameMap['latent-explorer'],
  training: Training,
): readonly number[] {
  // @ts-expect-error: z is numbers
  element.z = '0 0';
  // @ts-expect-error: there is no such event
  training.addEventListener('progres', ({ detail }) => detail);
  return element.z;
}

const told = document.querySelector('#told');
tell().then(
  (it) => {
    if (told) told.textContent = JSON.stringify(it);
  },
  (error: unknown) => {
    if (told) told.textContent = JSON.stringify({ error: String(error) });
  },
);
