import { afterEach, expect, it, vi } from 'vitest';
import { type Export, exportsOf, type FileFormat } from '../../app/export/exports';
import type { Page } from '../../app/page';
import { PATIENCE_MS } from '../../engine/patience';
import { features } from '..';
import { createState } from '../testing';
import { exportCommands } from './commands';

vi.mock('../../app/export/drawing', () => ({ themeColours: () => ({}), blackOnWhite: {} }));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const comes: Export['load'] = async () => async () => new Blob([]);

/** The names of what was saved, of these two; `load` brings what makes the second. */
function open(load = comes) {
  const saved: string[] = [];
  vi.stubGlobal('document', {
    createElement: () => ({
      click() {
        saved.push(this.download);
      },
      download: '',
    }),
  });
  const fake = (name: string, kind: Export['kind'], formats: Export['formats'], load = comes): Export => ({
    name,
    kind,
    words: () => name,
    formats,
    load,
  });
  const exports = exportsOf([
    { exports: [fake('tour', 'animation', ['gif'])] },
    { exports: [fake('sheet', 'picture', ['png', 'svg'], load)] },
  ]);
  const { save } = exportCommands({ state: createState(), exports } as unknown as Page);
  return {
    save: (what: string, format: FileFormat) => save({ do: 'save', what, format, plain: false }),
    saved,
  };
}

it('saves a new kind as that kind, and of an unknown one says where to add it', async () => {
  const { save, saved } = open();
  await save('sheet', 'svg');
  expect(saved).toEqual(['sheet.svg']);
  await expect(save('poster', 'png')).rejects.toThrow('Nothing saves “poster” as png');
  await expect(save('tour', 'mp4')).rejects.toThrow('Nothing saves “tour” as mp4');
  // What failed is over.
  await save('tour', 'gif');
  expect(saved).toEqual(['sheet.svg', 'tour.gif']);
});

it('saves what is asked for next where what makes a file does not come', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const { save, saved } = open(vi.fn(comes).mockReturnValueOnce(new Promise(() => undefined)));
  const given = expect(save('sheet', 'png')).rejects.toMatchObject({ failure: { kind: 'noPart' } });
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  await given;
  await save('sheet', 'png');
  expect(saved).toEqual(['sheet.png']);
});

it('has a name for each of the page: pictures, figures, animations, and all of it', () => {
  const exports = exportsOf(features);
  expect(exports.map(({ name, formats }) => `${name}: ${formats.join(' ')}`)).toEqual([
    'generated: png svg npz',
    'latent-slide: png svg',
    'latent-map: png svg',
    'latent-digit: png svg',
    'latent-curve: png svg',
    'film-strip: png svg',
    'posterior-samples: png svg npz',
    'dimension-strips: png svg',
    'evaluation: json',
    'curves: csv',
    'codes-test: csv npy npz',
    'codes-training: csv npy npz',
    'latent_vae: py',
    'encoder: onnx',
    'decoder: onnx',
    'path: gif mp4 webm',
    'tour: gif mp4 webm',
    'history: gif mp4 webm',
    'experiment: zip',
    'experiment-whole: zip',
  ]);
  expect(exports.map(({ words }) => words())).not.toContain('');
  expect(() => exportsOf([...features, ...features])).toThrow('Two exports are called');
});
