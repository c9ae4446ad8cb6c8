import { expect, it } from 'vitest';
import { openingModel } from './opening-model';

const parts: Record<string, Uint8Array<ArrayBuffer>> = {
  'models/mnist-2d.decoder.part': Uint8Array.of(1, 2),
  'models/mnist-2d.encoder.part': Uint8Array.of(3),
};

it('fetches the encoder when the decoder has been read, and not before', async () => {
  const asked: string[] = [];
  const load = async (path: string) => {
    asked.push(path);
    return new Response(parts[path]);
  };
  const reader = openingModel(load).getReader();
  expect(asked).toEqual([]);
  expect((await reader.read()).value).toEqual(Uint8Array.of(1, 2));
  expect(asked).toEqual(['models/mnist-2d.decoder.part']);
  expect((await reader.read()).value).toEqual(Uint8Array.of(3));
  expect((await reader.read()).done).toBe(true);
});

it('fails where a part does', async () => {
  const load = async () => {
    throw new Error('404');
  };
  await expect(openingModel(load).getReader().read()).rejects.toThrow('404');
});
