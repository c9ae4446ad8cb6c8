import { expose, wrap } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { Encoding, ExplorerApi, Grid, ModelSummary } from '../../engine/protocol';
import { keepMap } from '../../features/map/drawing';
import { keepTraversals } from '../../features/sliders/follow';
import { createState } from '../../features/testing';
import { conditionOf } from '../latent/condition';
import { keepDecoded } from '../latent/follow';
import { placeModel } from '../model/place';
import { PLAIN } from '../settings/settings';
import { keepEncoding } from './follow';

const summary = (latentSize: number, conditional = false): ModelSummary => ({
  config: { ...PLAIN.model, latentSize, conditional },
  parameters: 9,
});
const encoding: Encoding = {
  seen: new Uint8Array(784),
  clean: new Uint8Array(784),
  mu: Float32Array.of(0.5, -1),
  logVar: new Float32Array(2),
  klPerDimension: new Float32Array(2),
  reconstruction: new Uint8Array(784).fill(7),
  terms: { reconstruction: 100, kl: 5, elbo: -105 },
  cleanTerms: { reconstruction: 100, kl: 5, elbo: -105 },
};

/** Answers at once, and remembers what it was asked. */
class FakeExplorer implements Pick<ExplorerApi, 'decode' | 'encode' | 'draw' | 'map' | 'traversals'> {
  decoded: number[][] = [];
  classes: number[] = [];
  encodedAs: number[] = [];
  /** Of the finest tiles. */
  maps = 0;
  async decode(z: Float32Array, digitClass: number) {
    this.decoded.push([...z]);
    this.classes.push(digitClass);
    return new Uint8Array(784);
  }
  async encode(_pixels: Uint8Array, digitClass: number) {
    this.encodedAs.push(digitClass);
    return encoding;
  }
  async draw(ink: Uint8Array) {
    return ink.some((value) => value > 0) ? encoding : undefined;
  }
  async map({ view }: Grid) {
    if (view.across.length === 20) this.maps++;
    return new Uint8Array(4);
  }
  async traversals() {
    return [];
  }
}

let close = () => {};
afterEach(() => close());

/** The page's side of a worker that is not there. */
function open(latentSize: number) {
  const { port1, port2 } = new MessageChannel();
  close = () => port1.close();
  const fake = new FakeExplorer();
  expose(fake, port1);
  const remote = wrap<ExplorerApi>(port2);
  const state = createState();
  state.model.whole.value = true;
  const explorer: Pick<ExplorerClient, 'ask'> = { ask: (question) => question(remote) };
  keepDecoded(state, explorer, fail);
  keepEncoding(state, explorer, fail);
  keepMap(state, explorer, conditionOf(state), fail);
  keepTraversals(state, explorer, fail);
  placeModel(state, summary(latentSize), 0, 0);
  return { state, fake };
}

const fail = (error: unknown) => {
  throw error;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('exploring', () => {
  it('decodes the first and the last of many moves', async () => {
    const { state, fake } = open(2);
    for (let x = 1; x <= 50; x++) state.latent.z.value = [x / 25, 0];
    await settled();
    expect(fake.decoded.length).toBeLessThan(5);
    expect(fake.decoded.at(-1)).toEqual([2, 0]);
    expect(state.latent.decoded.value?.z).toEqual([2, 0]);
  });

  it('draws the map of two dimensions once, however z moves', async () => {
    const { state, fake } = open(2);
    state.latent.z.value = [1, 1];
    await settled();
    expect(fake.maps).toBe(1);
  });

  it('draws the map again when a dimension moves that it does not show', async () => {
    const { state, fake } = open(3);
    await settled();
    state.latent.z.value = [0, 0, 1];
    await settled();
    expect(fake.maps).toBe(2);
  });

  it('moves z to the posterior mean of an input, with its reconstruction', async () => {
    const { state } = open(2);
    state.latent.linked.value = true;
    state.input.shown.value = {
      kind: 'digit',
      split: 't10k',
      index: 1,
      label: 7,
      pixels: new Uint8Array(784),
    };
    await settled();
    expect(state.latent.z.value).toEqual([0.5, -1]);
    expect(state.latent.decoded.value?.pixels[0]).toBe(7);
  });

  it('lets z be where all ink was erased, and goes on decoding it', async () => {
    const { state, fake } = open(2);
    const drawing = (ink: number) => ({
      kind: 'drawing' as const,
      ink: () => new Uint8Array(4).fill(ink),
      side: 2,
      since: undefined,
    });
    state.latent.linked.value = true;
    state.input.shown.value = drawing(255);
    await settled();
    expect(state.latent.z.value).toEqual([0.5, -1]);
    state.input.shown.value = drawing(0);
    await settled();
    expect(state.latent.linked.value).toBe(false);
    expect(fake.decoded.at(-1)).toEqual([0.5, -1]);
  });

  it('encodes an input when the encoder has come', async () => {
    const { state } = open(2);
    state.model.whole.value = false;
    state.input.shown.value = {
      kind: 'digit',
      split: 't10k',
      index: 1,
      label: 7,
      pixels: new Uint8Array(784),
    };
    await settled();
    expect(state.input.encoding.value).toBeUndefined();
    state.model.whole.value = true;
    await settled();
    expect(state.input.encoding.value).toBeDefined();
  });

  it('leaves z where the person moved it when the model learns on', async () => {
    const { state } = open(2);
    state.latent.linked.value = true;
    state.input.shown.value = {
      kind: 'digit',
      split: 't10k',
      index: 1,
      label: 7,
      pixels: new Uint8Array(784),
    };
    await settled();
    state.latent.linked.value = false;
    state.latent.z.value = [2, 2];
    placeModel(state, summary(2), 1, 100);
    await settled();
    expect(state.latent.z.value).toEqual([2, 2]);
    expect(state.input.encoding.value?.terms.elbo).toBe(-105);
  });

  it('tells a conditional model the class that was chosen, and a test digit’s own', async () => {
    const { state, fake } = open(2);
    placeModel(state, summary(2, true), 0, 0);
    state.latent.digitClass.value = 3;
    await settled();
    expect(fake.classes.at(-1)).toBe(3);
    const maps = fake.maps;
    state.input.shown.value = {
      kind: 'digit',
      split: 't10k',
      index: 1,
      label: 7,
      pixels: new Uint8Array(784),
    };
    state.latent.digitClass.value = 4;
    await settled();
    expect(fake.encodedAs).toEqual([7]);
    expect(fake.maps).toBe(maps + 1);
  });

  it('asks an unconditional model nothing when the class changes', async () => {
    const { state, fake } = open(2);
    await settled();
    state.latent.digitClass.value = 3;
    await settled();
    expect([fake.decoded.length, fake.maps]).toEqual([1, 1]);
  });

  it('starts at the origin when the latent size changes', async () => {
    const { state } = open(2);
    state.latent.z.value = [1, 1];
    placeModel(state, summary(5), 1, 0);
    expect(state.latent.z.value).toEqual([0, 0, 0, 0, 0]);
    expect(state.plane.axes.value).toEqual([0, 1]);
    placeModel(state, summary(1), 2, 0);
    expect(state.plane.axes.value).toEqual([0, 0]);
  });
});
