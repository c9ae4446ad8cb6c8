import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../engine/protocol';
import { followMap } from '../../features/map/drawing';
import { followTraversals } from '../../features/sliders/follow';
import { openModel } from '../../features/testing';
import { conditionOf } from '../latent/condition';
import { followDecoded } from '../latent/follow';
import { followSize } from '../plane/follow';
import { followEncoding } from './follow';

const encoding: Encoding = {
  seen: new Uint8Array(784),
  clean: new Uint8Array(784),
  mu: Float32Array.of(0.5, -1),
  logVar: new Float32Array(2),
  factor: new Float32Array(),
  klPerDimension: new Float32Array(2),
  reconstruction: new Uint8Array(784).fill(7),
  terms: { reconstruction: 100, kl: 5, elbo: -105 },
  cleanTerms: { reconstruction: 100, kl: 5, elbo: -105 },
};

const sampleOf = (index: number, label: number, size = 784) => ({
  kind: 'sample' as const,
  split: 't10k' as const,
  index,
  label,
  pixels: new Uint8Array(size),
});

/** Remembers what it was asked, and answers at once. */
function open(latentSize: number) {
  const fake = { decoded: [] as number[][], classes: [] as number[], encodedAs: [] as number[], maps: 0 };
  const { state, model, show } = openModel({
    latent: {
      async decode(z, classIndex) {
        fake.decoded.push([...z]);
        fake.classes.push(classIndex);
        return new Uint8Array(784);
      },
    },
    input: {
      async encode(_pixels, classIndex) {
        fake.encodedAs.push(classIndex);
        return encoding;
      },
      draw: async (ink) => (ink.some((value) => value > 0) ? encoding : undefined),
    },
    plane: {
      async map({ view }) {
        // Of the finest tiles.
        if (view.across.length === 20) fake.maps++;
        return new Uint8Array(4);
      },
    },
    sliders: { traversals: async () => [] },
  });
  followSize(state, model);
  followDecoded(state, model);
  followEncoding(state, model);
  followMap(state, model, conditionOf(state));
  followTraversals(state, model);
  show({ latentSize });
  return { state, fake, show };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('exploring', () => {
  it('asks nothing about a sample of other data', async () => {
    const { state, fake } = open(2);
    state.input.shown.value = sampleOf(0, 3, 3 * 784);
    await settled();
    expect([fake.encodedAs, state.input.encoding.value]).toEqual([[], undefined]);
    state.input.shown.value = sampleOf(0, 3);
    await settled();
    expect(fake.encodedAs).toEqual([3]);
  });

  it('has its first image also where somebody draws before it, which is when the encoder is fetched', async () => {
    const { state, model, show } = openModel({ latent: { decode: async () => new Uint8Array(784) } });
    state.model.whole.value = false;
    followDecoded(state, model);
    followEncoding(state, model);
    show({ latentSize: 2 });
    state.latent.linked.value = true;
    state.input.shown.value = { kind: 'drawing', ink: () => new Uint8Array(4), side: 2, since: undefined };
    await settled();
    expect(state.latent.decoded.value).toBeDefined();
  });

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
    state.input.shown.value = sampleOf(1, 7);
    await settled();
    expect(state.latent.z.value).toEqual([0.5, -1]);
    expect(state.latent.decoded.value?.pixels[0]).toBe(7);
  });

  it('takes z for the input’s own where a link has led to it, and for moved a thousandth beside it', async () => {
    for (const [z, linked] of [
      [[0.5004, -1], true],
      [[0.501, -1], false],
    ] as const) {
      const { state } = open(2);
      state.latent.z.value = z;
      state.input.shown.value = sampleOf(0, 3);
      await settled();
      expect([state.input.away.value, state.latent.z.value]).toEqual([!linked, linked ? [0.5, -1] : z]);
    }
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
    state.input.shown.value = sampleOf(1, 7);
    await settled();
    expect(state.input.encoding.value).toBeUndefined();
    state.model.whole.value = true;
    await settled();
    expect(state.input.encoding.value).toBeDefined();
  });

  it('leaves z where the person moved it when the model learns on', async () => {
    const { state, show } = open(2);
    state.latent.linked.value = true;
    state.input.shown.value = sampleOf(1, 7);
    await settled();
    state.latent.linked.value = false;
    state.latent.z.value = [2, 2];
    show({}, 1, 100);
    await settled();
    expect(state.latent.z.value).toEqual([2, 2]);
    expect(state.input.encoding.value?.terms.elbo).toBe(-105);
  });

  it('tells a conditional model the class that was chosen, and a test digit’s own', async () => {
    const { state, fake, show } = open(2);
    show({ conditional: true });
    state.latent.classIndex.value = 3;
    await settled();
    expect(fake.classes.at(-1)).toBe(3);
    const maps = fake.maps;
    state.input.shown.value = sampleOf(1, 7);
    state.latent.classIndex.value = 4;
    await settled();
    expect(fake.encodedAs).toEqual([7]);
    expect(fake.maps).toBe(maps + 1);
  });

  it('asks an unconditional model nothing when the class changes', async () => {
    const { state, fake } = open(2);
    await settled();
    state.latent.classIndex.value = 3;
    await settled();
    expect([fake.decoded.length, fake.maps]).toEqual([1, 1]);
  });

  it('starts at the origin when the latent size changes', async () => {
    const { state, show } = open(2);
    state.latent.z.value = [1, 1];
    show({ latentSize: 5 }, 1);
    expect(state.latent.z.value).toEqual([0, 0, 0, 0, 0]);
    expect(state.plane.axes.value).toEqual([0, 1]);
    show({ latentSize: 1 }, 2);
    expect(state.plane.axes.value).toEqual([0, 0]);
  });
});
