import { describe, expect, it } from 'vitest';
import { ModelStream } from './model-stream';

type Tensors = Record<string, [number, number]>;
const decoderFirst: Tensors = {
  'decoder.logits.weight': [4, 20],
  'decoder.logits.bias': [0, 4],
  'encoder.posterior.weight': [20, 50],
};
const encoderFirst: Tensors = { 'encoder.posterior.weight': [0, 30], 'decoder.logits.weight': [30, 50] };

/** A safetensors file whose data bytes are 1, 2, 3, ...; with where its data begins. */
function fileOf(tensors: Tensors) {
  const entries = Object.entries(tensors).map(([name, data_offsets]) => [
    name,
    { dtype: 'U8', data_offsets },
  ]);
  const header = new TextEncoder().encode(
    JSON.stringify({ __metadata__: { model: '{}' }, ...Object.fromEntries(entries) }),
  );
  const file = new Uint8Array(8 + header.length + 50);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  const data = 8 + header.length;
  for (let index = 0; index < 50; index++) file[data + index] = index + 1;
  return { file, data };
}

/** Sends the file in chunks of a size, and counts the bytes that were asked for. */
function sending(file: Uint8Array, size: number, failure?: Error) {
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent < file.length) controller.enqueue(file.slice(sent, sent + size));
        else if (failure) controller.error(failure);
        else controller.close();
        sent += size;
      },
    },
    { highWaterMark: 0 },
  );
  return { model: new ModelStream(stream), sent: () => sent };
}

describe('a model in its file’s order', () => {
  const { file, data } = fileOf(decoderFirst);
  const decoderEnd = data + 20;

  it('is decodable once its decoder is there, in chunks of any size', async () => {
    for (let size = 1; size <= file.length; size++) {
      const { model, sent } = sending(file, size);
      const partial = Uint8Array.from(await model.decodable());
      expect(partial.length).toBe(file.length);
      expect(partial.subarray(0, decoderEnd)).toEqual(file.subarray(0, decoderEnd));
      expect(sent()).toBeLessThan(decoderEnd + size);
      expect(partial.subarray(sent()).every((byte) => byte === 0)).toBe(true);
      expect(await model.whole()).toEqual(file);
    }
  });

  it.each([0, 5, 8, 30, data, data + 10])('that ends after %i bytes says so', async (length) => {
    const { model } = sending(file.subarray(0, length), 7);
    await expect(model.decodable()).rejects.toThrow(
      new RegExp(`expected \\d+ bytes or more, but ${length} came`),
    );
  });

  it('that ends in its encoder shows its decoder first', async () => {
    const { model } = sending(file.subarray(0, data + 30), 16);
    await model.decodable();
    await expect(model.whole()).rejects.toThrow(
      `expected ${file.length} bytes or more, but ${data + 30} came. Reload the page.`,
    );
  });

  it('whose connection is lost says what came', async () => {
    const { model } = sending(file.subarray(0, data + 30), 16, new TypeError('network error'));
    await model.decodable();
    await expect(model.whole()).rejects.toThrow(`but ${data + 30} came`);
  });
});

it('waits for the end where the encoder comes first', async () => {
  const { file } = fileOf(encoderFirst);
  const { model } = sending(file, 9);
  expect(await model.decodable()).toEqual(file);
  expect(await model.whole()).toEqual(file);
});

it('hands on what is no safetensors file, for the crate to refuse', async () => {
  const nonsense = new TextEncoder().encode('<!doctype html><title>Not found</title>');
  expect(await sending(nonsense, 10).model.decodable()).toEqual(nonsense);
  const badHeader = new Uint8Array(40);
  badHeader[0] = 4;
  expect(await sending(badHeader, 10).model.decodable()).toEqual(badHeader);
});

it('hands on bytes past the end too', async () => {
  const longer = Uint8Array.from([...fileOf(decoderFirst).file, 1, 2, 3]);
  const { model } = sending(longer, 11);
  await model.decodable();
  expect(await model.whole()).toEqual(longer);
});
