import { expect, it } from 'vitest';
import { runOfFile } from './files';

const explorer = { ask: () => Promise.reject(new Error('nothing was to be asked')) };

it.each(['model.safetensors', 'run.zip'])(
  'refuses %s of more than 512 MB unread, and says how much is taken',
  async (name) => {
    let isRead = false;
    const file = {
      name,
      size: 2 ** 29 + 1,
      async arrayBuffer() {
        isRead = true;
        return new ArrayBuffer(0);
      },
    } as File;
    await expect(runOfFile(file, explorer)).rejects.toMatchObject({
      failure: { kind: 'fileTooLarge', name, most: 2 ** 29 },
    });
    expect(isRead).toBe(false);
  },
);

it('reads one of just so many', async () => {
  const file = { name: 'model.safetensors', size: 2 ** 29, arrayBuffer: async () => new ArrayBuffer(0) };
  await expect(runOfFile(file as File, explorer)).rejects.toMatchObject({
    failure: { kind: 'notSafetensors' },
  });
});
