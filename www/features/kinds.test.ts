// Of a model of items nothing is asked for, offered or shown that is of images; of one of images all of it is, again.

import { beforeEach, expect, it, vi } from 'vitest';
import { isOffered } from '../app/export/exports';
import type { AnyFeature } from '../app/feature';
import type { Question } from '../app/model/follow';
import type { Page } from '../app/page';
import { suitedExports, suitedPage, suitedPanels } from '../app/suited';
import type { DataSpec } from '../engine/protocol';
import { features } from '.';
import { createState, DATA, openModel } from './testing';

const ITEMS: DataSpec = {
  kind: 'items',
  width: 3,
  height: 1,
  channels: 1,
  classes: ['?'],
  items: ['A', 'B', 'C'],
};

/** What is asked in words, and what says nothing of the data. */
const ASKED = ['map.names', 'map.itemsAt', 'sliders.towards', 'paths.points', 'paths.itemsOn'];

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
});

/** A page whose features follow it, and all that they ask. */
function open() {
  const asked = new Set<string>();
  const area = (name: string) =>
    new Proxy({}, { get: (_, question: string) => async () => void asked.add(`${name}.${question}`) });
  // Nothing is answered: what was to come of it fails.
  const report = () => undefined;
  const answers = new Proxy({}, { get: (_, name: string) => area(name) });
  const { state, model, show } = openModel(answers, createState(), report);
  const uses = {
    follow: (question: Question<unknown, unknown> & { use: string }) => {
      const { use, inputs } = question;
      model.follow({ ...question, whole: true, inputs, ask: async () => void asked.add(`uses.${use}`) });
    },
  };
  const explorer = { ask: async () => undefined };
  const page = { state, model, uses, explorer, report } as unknown as Page;
  for (const feature of features as readonly AnyFeature[]) {
    if (ALONE.has(feature.name)) continue;
    feature.follow?.(suitedPage(page, feature));
  }
  state.latent.decoded.value = { z: [0, 0], pixels: new Uint8Array(3), since: undefined };
  const point = () => {
    state.map.peekedAt.value = [0, 0];
  };
  return { asked, show, point };
}

/** They follow no model. */
const ALONE = new Set(['firstMinute', 'saved', 'undo', 'lecture', 'layout', 'ownData']);

const settled = () => new Promise((resolve) => setTimeout(resolve, 150));

it('asks a model of items nothing of pictures, and one of images again for them', async () => {
  const { asked, show, point } = open();
  show({ data: ITEMS, latentSize: 2 });
  point();
  await settled();
  expect([...asked].filter((question) => !ASKED.includes(question))).toEqual([]);
  expect(asked).toContain('map.names');
  expect(asked).toContain('sliders.towards');
  asked.clear();
  show({ data: DATA, latentSize: 2 });
  await settled();
  for (const question of ['plane.map', 'sliders.traversals', 'latent.decode'])
    expect(asked).toContain(question);
  expect([...asked].filter((question) => /\.(names|itemsAt|itemsOn|towards)$/.test(question))).toEqual([]);
});

it('offers no pictures of items, and of images all', () => {
  const { show } = open();
  const exports = features.flatMap(suitedExports);
  const offered = () => exports.filter(isOffered);
  show({ data: ITEMS, latentSize: 2 });
  expect(offered().filter(({ kind }) => kind === 'animation')).toEqual([]);
  expect(offered().flatMap(({ kind, name }) => (kind === 'picture' ? [name] : []))).toEqual([
    'latent-map',
    'latent-curve',
  ]);
  show({ data: DATA, latentSize: 2 });
  expect(offered()).toEqual(exports);
});

it('has the panels of a feature for images come and go with such models', () => {
  const suits = ({ kind }: DataSpec) => kind === 'image';
  const mount = () => undefined;
  const [own, of] = suitedPanels({
    suits,
    panels: [
      { root: 'a', suits: () => true, mount },
      { root: 'b', mount },
    ],
  });
  expect([own?.suits?.(ITEMS), of?.suits?.(ITEMS), of?.suits?.(DATA)]).toEqual([true, false, true]);
  const names = (features as readonly AnyFeature[]).flatMap(({ name, suits }) =>
    suits?.(ITEMS) === false ? [name] : [],
  );
  for (const name of ['denoise', 'samples', 'neighbours', 'compare', 'score', 'slowMotion', 'arithmetic'])
    expect(names).toContain(name);
});

it('takes likes from people and a text for words, and never both', () => {
  const texts: DataSpec = { ...ITEMS, classes: ['bad', 'good'], terms: 'words' };
  const suited = (data: DataSpec) =>
    (features as readonly AnyFeature[]).flatMap(({ name, suits }) => (suits?.(data) ? [name] : []));
  expect(suited(ITEMS)).toContain('recommend');
  expect(suited(ITEMS)).not.toContain('words');
  expect(suited(texts)).toContain('words');
  expect(suited(texts)).not.toContain('recommend');
  expect(suited(DATA)).not.toContain('words');
});
