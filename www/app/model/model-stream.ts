// The shipped model as it comes: its decoder lies first in the file, and is enough for the first picture.

import { Failed } from '../../engine/failure/failure';

/** 64 bits at the start of a safetensors file: the length of its header. */
const PREFIX = 8;
/** A longer header is none. */
const LONGEST_HEADER = 1 << 20;

/** Reads a safetensors file in two stages, in this order; each reads only as far as it needs to. */
export class ModelStream {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private bytes = new Uint8Array(PREFIX);
  private received = 0;
  private ended = false;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.reader = stream.getReader();
  }

  /** The file at its full size, as soon as the decoder is there: what has not come yet is zero. */
  async decodable(): Promise<Uint8Array> {
    await this.receive(PREFIX);
    const header = PREFIX + this.headerLength();
    if (header > LONGEST_HEADER) return this.whole();
    await this.receive(header);
    const layout = layoutOf(this.bytes.subarray(PREFIX, header));
    if (!layout) return this.whole();
    this.makeRoom(header + layout.end);
    await this.receive(header + layout.decoderEnd);
    return this.bytes;
  }

  /** All of it. */
  async whole(): Promise<Uint8Array> {
    while (!this.ended) await this.receiveChunk();
    if (this.received < this.bytes.length) throw this.brokenOff(this.bytes.length);
    return this.bytes;
  }

  private headerLength() {
    return Number(new DataView(this.bytes.buffer).getBigUint64(0, true));
  }

  private async receive(size: number) {
    this.makeRoom(size);
    while (this.received < size) {
      if (this.ended) throw this.brokenOff(size);
      await this.receiveChunk();
    }
  }

  private async receiveChunk() {
    const { done, value } = await this.reader.read().catch((error: unknown) => {
      // A file that is not there says so itself.
      throw error instanceof Failed ? error : this.brokenOff(this.bytes.length);
    });
    this.ended = done;
    if (!value) return;
    this.makeRoom(this.received + value.length);
    this.bytes.set(value, this.received);
    this.received += value.length;
  }

  private makeRoom(size: number) {
    if (size <= this.bytes.length) return;
    const larger = new Uint8Array(size);
    larger.set(this.bytes.subarray(0, this.received));
    this.bytes = larger;
  }

  private brokenOff(expected: number) {
    return new Failed({ kind: 'brokenOff', expected, came: this.received });
  }
}

interface Layout {
  decoderEnd: number;
  end: number;
}

/** Where the tensors end, counted from the header's end; nothing for a header that cannot be read: the crate says why. */
function layoutOf(header: Uint8Array): Layout | undefined {
  try {
    const tensors: Record<string, { data_offsets?: [number, number] }> = JSON.parse(
      new TextDecoder().decode(header),
    );
    const endOf = (prefix: string) =>
      Math.max(
        ...Object.entries(tensors)
          .filter(([name]) => name.startsWith(prefix))
          .map(([, tensor]) => tensor.data_offsets?.[1] ?? 0),
      );
    const layout = { decoderEnd: endOf('decoder.'), end: endOf('') };
    return Object.values(layout).every(Number.isSafeInteger) ? layout : undefined;
  } catch {
    return undefined;
  }
}
