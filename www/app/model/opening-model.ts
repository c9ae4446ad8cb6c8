// The model that the page opens with: two files on the server, one after the other. Its decoder is enough for the first digit.

import type { Hear, Listed } from '../../engine/download';
import { joined } from '../../engine/joined';
import { sumOf } from '../../engine/sums';
import { FIRST_MODEL } from './state';

/** A file of the site, whole and checked. */
export type Load = (path: string, listed?: Listed, hear?: Hear) => Promise<Uint8Array<ArrayBuffer>>;

const pathOf = (part: 'decoder' | 'encoder') =>
  `models/${FIRST_MODEL.replace('safetensors', `${part}.part`)}`;

/** 64 bits at the start of a safetensors file: the length of its header. */
const PREFIX = 8;

/** A shipped model, checked. The first one is on the server in two parts, and the page has them already. */
export async function loadShipped(
  load: Load,
  file: string,
  listed?: Listed,
  hear: Hear = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  // One that is the site's by its address alone is named by its path.
  if (file !== FIRST_MODEL) return load(file.startsWith('/') ? file : `models/${file}`, listed, hear);
  const came = { decoder: 0, encoder: 0 };
  const part = (name: keyof typeof came) =>
    load(pathOf(name), sumOf(pathOf(name)), (bytes) => {
      came[name] = bytes;
      hear(came.decoder + came.encoder);
    });
  return joined([await part('decoder'), await part('encoder')]);
}

export class OpeningModel {
  private decoder: Uint8Array | undefined;

  constructor(private readonly load: Load) {}

  /** The file at its full size: what has not come yet is zero. */
  async decodable(hear?: Hear): Promise<Uint8Array> {
    const path = pathOf('decoder');
    this.decoder = await this.load(path, sumOf(path), hear);
    const whole = new Uint8Array(sizeOf(this.decoder));
    whole.set(this.decoder);
    return whole;
  }

  /** All of it. */
  async whole(): Promise<Uint8Array> {
    const path = pathOf('encoder');
    return joined([this.decoder ?? new Uint8Array(), await this.load(path, sumOf(path))]);
  }
}

/** Of the whole file, as its header says; no more than there is where that cannot be read: the crate says why. */
function sizeOf(start: Uint8Array): number {
  try {
    const header = PREFIX + Number(new DataView(start.buffer, start.byteOffset).getBigUint64(0, true));
    const tensors: Record<string, { data_offsets?: [number, number] }> = JSON.parse(
      new TextDecoder().decode(start.subarray(PREFIX, header)),
    );
    const ends = Object.values(tensors).map(({ data_offsets }) => data_offsets?.[1] ?? 0);
    return Math.max(start.length, header + Math.max(0, ...ends));
  } catch {
    return start.length;
  }
}
