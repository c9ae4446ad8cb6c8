import { transfer } from 'comlink';

/** The buffers of arrays that the crate answered with: its own copies, so they can be handed on. */
export function buffersOf(...arrays: ArrayBufferView[]): ArrayBuffer[] {
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

export function handOver(bytes: Uint8Array) {
  return transfer(bytes, buffersOf(bytes));
}
