import { expect, it } from 'vitest';
import { OpeningModel } from './opening-model';

/** The start of a safetensors file, whose decoder ends 6 bytes before its end. */
function decoder() {
  const header = new TextEncoder().encode(
    JSON.stringify({
      __metadata__: { model: '{}' },
      'decoder.logits.bias': { dtype: 'U8', data_offsets: [0, 4] },
      'encoder.posterior.bias': { dtype: 'U8', data_offsets: [4, 10] },
    }),
  );
  const bytes = new Uint8Array(8 + header.length + 4).fill(7);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  return bytes;
}

const encoder = Uint8Array.of(1, 2, 3, 4, 5, 6);

function served(parts: Record<string, Uint8Array<ArrayBuffer>>) {
  const asked: string[] = [];
  const model = new OpeningModel(async (path) => {
    asked.push(path);
    const bytes = parts[path];
    if (!bytes) throw new Error('404');
    return bytes;
  });
  return { model, asked };
}

it('is decodable by its decoder alone, and whole with the encoder, which is fetched no sooner', async () => {
  const { model, asked } = served({
    'models/mnist-2d.decoder.part': decoder(),
    'models/mnist-2d.encoder.part': encoder,
  });
  const partial = await model.decodable();
  expect(asked).toEqual(['models/mnist-2d.decoder.part']);
  expect(partial).toEqual(Uint8Array.of(...decoder(), 0, 0, 0, 0, 0, 0));
  expect(await model.whole()).toEqual(Uint8Array.of(...decoder(), ...encoder));
  expect(asked).toHaveLength(2);
});

it('fails where a part does', async () => {
  await expect(served({}).model.decodable()).rejects.toThrow('404');
});

it('hands on what is no safetensors file, for the crate to refuse', async () => {
  const nonsense = new TextEncoder().encode('<!doctype html><title>Not found</title>');
  const { model } = served({ 'models/mnist-2d.decoder.part': nonsense });
  expect(await model.decodable()).toEqual(nonsense);
});
