// Images in colour, each of a class all red, green or blue, and a model of them, made by script.

import type { Page } from '@playwright/test';
import type { ShippedModel } from '../../www/app/model/state';
import type { DataSpec } from '../../www/engine/protocol';
import { offerSet } from './offered';
import { fileOf, listed, tinyConfig } from './tiny-model';

const SIDE = 32;
const PLANE = SIDE ** 2;
const TRAIN = 60;
const TEST = 9;
const data: DataSpec = {
  kind: 'image',
  width: SIDE,
  height: SIDE,
  channels: 3,
  classes: ['red', 'green', 'blue'],
};
const CONFIG = tinyConfig({ data, latentSize: 2 });

/** Its own channel is bright, some images more than others. */
function image(index: number) {
  const label = index % 3;
  const pixels = Buffer.alloc(3 * PLANE, 20);
  pixels.fill(200 + (index % 40), label * PLANE, (label + 1) * PLANE);
  return { label, pixels };
}

const images = (count: number) => Array.from({ length: count }, (_, index) => image(index));

/**
 * Of images in colour, with two latent dimensions: z1 is how much more red than blue there is, z2 how much more green. A disc
 * in the middle is decoded lighter than what is around it.
 */
function colourModel(): Buffer {
  // Of the hidden units the first three are the channels' means, and those of z: its two coordinates, and their opposites.
  const posterior = [
    [6, 0, -6],
    [0, 6, -6],
  ];
  const coordinates = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ];
  const colours = [
    [1.5, -1.5, 0, 0],
    [0, 0, 1.5, -1.5],
    [-1.5, 1.5, -1.5, 1.5],
  ];
  const isInDisc = (place: number) => Math.hypot((place % SIDE) - 15.5, Math.floor(place / SIDE) - 15.5) < 10;
  const row = (index: number, columns: number) => [Math.floor(index / columns), index % columns] as const;
  const weights: Record<string, (row: number, column: number) => number | undefined> = {
    'encoder.hidden.0.weight': (unit, byte) => (Math.floor(byte / PLANE) === unit ? 1 / PLANE : 0),
    'encoder.posterior.weight': (dimension, unit) => posterior[dimension]?.[unit],
    'encoder.posterior.bias': (dimension) => (dimension < 2 ? 0 : -3),
    'decoder.hidden.0.weight': (unit, dimension) => coordinates[unit]?.[dimension],
    'decoder.logits.weight': (byte, unit) => colours[Math.floor(byte / PLANE)]?.[unit],
    'decoder.logits.bias': (byte) => (isInDisc(byte % PLANE) ? 1 : -1),
  };
  return fileOf(CONFIG, (name, [, columns = 1]) => {
    return (index) => weights[name]?.(...row(index, columns)) ?? 0;
  });
}

/** Lists the data set and its model beside the site's own. */
export async function offerColours(page: Page) {
  await offerSet(page, { key: 'colours', data, train: images(TRAIN), test: images(TEST) });
  const model = colourModel();
  await page.route('**/models/colours.safetensors', (route) => route.fulfill({ body: model }));
  await page.route('**/models/models.json', async (route) => {
    const shipped: ShippedModel[] = await (await route.fetch()).json();
    const ours = { ...listed('colours.safetensors', CONFIG, model), dataSet: 'colours' };
    await route.fulfill({ json: [shipped[0], ours] });
  });
}
