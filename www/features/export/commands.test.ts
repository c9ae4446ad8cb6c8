import { expect, it, vi } from 'vitest';
import { type Export, exportsOf } from '../../app/export/exports';
import type { Page } from '../../app/page';
import { features } from '..';
import { createState } from '../testing';
import { exportCommands } from './commands';

vi.mock('../../app/export/drawing', () => ({ themeColours: () => ({}), blackOnWhite: {} }));

/** The names of what was saved, of these two. */
function open() {
  const saved: string[] = [];
  const fake = (name: string, kind: Export['kind']): Export => ({
    name,
    kind,
    words: () => name,
    load: async () => async () => {
      saved.push(name);
    },
  });
  const exports = exportsOf([
    { exports: [fake('tour', 'animation')] },
    { exports: [fake('sheet', 'picture')] },
  ]);
  const { save } = exportCommands({ state: createState(), exports } as unknown as Page);
  return { save: (what: string) => save({ do: 'save', what, plain: false }), saved };
}

it('saves a new kind as that kind, and of an unknown one says where to add it', async () => {
  const { save, saved } = open();
  await save('sheet');
  expect(saved).toEqual(['sheet']);
  await expect(save('poster')).rejects.toThrow('Nothing saves “poster”');
  // What failed is over.
  await save('tour');
  expect(saved).toEqual(['sheet', 'tour']);
});

it('has a name for each of the page, and lists the pictures first', () => {
  const exports = exportsOf(features);
  expect(exports.map(({ words }) => words())).toEqual([
    'Map, digit and curve (PNG)',
    'Map, digit and curve (SVG)',
    'Map (PNG)',
    'Map (SVG)',
    'Digit (PNG)',
    'Digit (SVG)',
    'Curve (PNG)',
    'Curve (SVG)',
    'Film strip (PNG)',
    'Path (GIF)',
    'Tour (GIF)',
    'History of the map (GIF)',
  ]);
  expect(() => exportsOf([...features, ...features])).toThrow('Two exports are called');
});
