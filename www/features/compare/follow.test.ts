import { describe, expect, it } from 'vitest';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import type { ExplorerClient } from '../../engine/clients/explorer';
import type { Grid } from '../../engine/protocol';
import { keepRun } from '../runs/keeping';
import { openModel } from '../testing';
import { followCompared } from './follow';

type Asked = { view: Grid['view']; kept: boolean };

const configOf = (latentSize: number) => ({ ...PLAIN, model: { ...PLAIN.model, latentSize } });

/** A model is shown, and a run of another latent size is kept. */
function open() {
  const asked: Asked[] = [];
  const answer =
    (kept: boolean) =>
    async ({ view }: Pick<Grid, 'view'>) => {
      asked.push({ view, kept });
      return new Uint8Array(1);
    };
  const { state, model, show } = openModel({ plane: { mapBeside: answer(false) } });
  show({ latentSize: 2 });
  state.run.config.value = configOf(5);
  const position = { epoch: 1, step: 1, stepInEpoch: 1, stepsPerEpoch: 9, images: 9, seconds: 1 };
  state.run.progress.value = { position, imagesPerSecond: 9 };
  keepRun(state, 7, { weights: new Uint8Array(4), step: 1 });
  const explorer = {
    ask: (question: (it: never) => unknown) => question({ plane: { mapOf: answer(true) } } as never),
  };
  followCompared(state, model, explorer as unknown as ExplorerClient, (error) => {
    throw error;
  });
  return { state, asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('two maps side by side', () => {
  it('are decoded of their own models once they are looked at', async () => {
    const { state, asked } = open();
    await settled();
    expect(asked).toEqual([]);
    state.compare.sides.value = [7, 'shown'];
    state.compare.comparing.value = true;
    await settled();
    expect(asked.map(({ kept, view }) => [kept, view.z.length, view.directions.length]).sort()).toEqual([
      [false, 2, 4],
      [true, 5, 10],
    ]);
    expect(state.compare.pictures.value[0]?.block.across).toEqual(
      state.compare.pictures.value[1]?.block.across,
    );
  });

  it('stay as they are while z moves along the map, and follow the window', async () => {
    const { state, asked } = open();
    state.compare.sides.value = [7, 'shown'];
    state.compare.comparing.value = true;
    await settled();
    state.latent.z.value = [1, 2];
    await settled();
    expect(asked).toHaveLength(2);
    state.plane.window.value = { centre: [1, 0], span: 2 };
    await settled();
    expect(asked).toHaveLength(4);
  });
});
