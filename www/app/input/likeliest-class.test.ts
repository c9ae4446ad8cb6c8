import { expect, it } from 'vitest';
import type { ExplorerClient } from '../../engine/clients/explorer';
import type { Encoding } from '../../engine/protocol';
import { openModel } from '../../features/testing';
import { latentCommands } from '../latent/commands';
import { inputCommands } from './commands';
import { followClass } from './likeliest-class';

/** A model that finds each drawing likeliest as the class that its ink names. */
function open() {
  const asked: number[] = [];
  const { state, model, show } = openModel({
    input: {
      async draw(ink, _side, classIndex) {
        asked.push(classIndex);
        return { terms: { elbo: -Math.abs(classIndex - (ink[0] ?? 0)) } } as Encoding;
      },
    },
  });
  followClass(state, model);
  const commands = { ...inputCommands(state, {} as ExplorerClient), ...latentCommands(state) };
  const draw = (of: number) =>
    commands.draw({ do: 'draw', ink: () => Uint8Array.of(of), side: 1, since: undefined });
  return { state, asked, show, draw, commands };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 400));

it('reads a drawing as the class under which the model finds it likeliest, until a person names one', async () => {
  const { state, show, draw, commands } = open();
  show({ conditional: true });
  await draw(3);
  await settled();
  expect(state.latent.classIndex.value).toBe(3);
  await draw(8);
  await settled();
  expect(state.latent.classIndex.value).toBe(8);
  await commands['choose class']({ do: 'choose class', classIndex: 5 });
  await draw(9);
  await settled();
  expect(state.latent.classIndex.value).toBe(5);
  // Another drawing is another matter.
  await commands.clear({ do: 'clear' });
  await draw(9);
  await settled();
  expect(state.latent.classIndex.value).toBe(9);
});

it('asks nothing of a model that is told no class, nor where z has left the drawing', async () => {
  const { state, asked, show, draw } = open();
  show({ conditional: false });
  await draw(3);
  state.latent.linked.value = false;
  show({ conditional: true });
  await settled();
  expect([asked, state.latent.classIndex.value]).toEqual([[], 0]);
});
