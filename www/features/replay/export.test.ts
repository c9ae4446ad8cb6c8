import { expect, it, vi } from 'vitest';
import type { Page } from '../../app/page';
import { followSize } from '../../app/plane/follow';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import type { Grid } from '../../engine/protocol';
import { openModel } from '../testing';
import { makeHistory } from './export';

// What is asked for is looked at, not how it is drawn.
vi.mock('../../app/export/film', () => ({ fileOfAnimation: async () => {} }));
vi.mock('../../app/export/drawing', () => ({}));

const colours = { paper: '', ink: '', output: '', latent: '', text: '' };

/** How a run of two dimensions is drawn while a model of so many is shown. */
async function viewWhile(latentSize: number, z: readonly number[]) {
  const { state, model, show } = openModel({});
  followSize(state, model);
  show({ latentSize });
  state.latent.z.value = z;
  state.run.config.value = { ...PLAIN, model: { ...PLAIN.model, latentSize: 2 } };
  state.replay.moments.value = [{ run: 1, step: 0, weights: new Uint8Array(4) }];
  const grids: Omit<Grid, 'passing'>[] = [];
  const remote = { plane: { mapOf: async (grid: Omit<Grid, 'passing'>) => grids.push(grid) } };
  const explorer = { ask: (question: (it: typeof remote) => unknown) => question(remote) };
  await makeHistory({ state, explorer } as unknown as Page, 'gif', colours);
  return grids[0]?.view;
}

it('saves a run’s history through z, or while a model of another latent size is shown through 0', async () => {
  expect(await viewWhile(2, [1, 2])).toMatchObject({ z: [0, 0], directions: [1, 0, 0, 1] });
  expect(await viewWhile(3, [1, 2, 3])).toMatchObject({ z: [0, 0], directions: [1, 0, 0, 1] });
});
