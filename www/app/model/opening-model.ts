// The model that the page opens with: two files on the server, one after the other.

import { FIRST_MODEL } from './state';

const PARTS = ['decoder', 'encoder'] as const;

/** Its bytes; a part is fetched when they are read that far, and no sooner. */
export function openingModel(load: (path: string) => Promise<Response>): ReadableStream<Uint8Array> {
  const waiting = PARTS.map((part) => `models/${FIRST_MODEL.replace('safetensors', `${part}.part`)}`);
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  async function next(): Promise<Uint8Array | undefined> {
    const { value } = (await reader?.read()) ?? {};
    if (value) return value;
    const path = waiting.shift();
    if (!path) return undefined;
    reader = (await load(path)).body?.getReader();
    return next();
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const bytes = await next();
        if (bytes) controller.enqueue(bytes);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
