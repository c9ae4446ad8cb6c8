import { expose, transfer } from 'comlink';

/** The buffers of arrays that the crate answered with: its own copies, so they can be handed on. */
export function buffersOf(...arrays: ArrayBufferView[]): ArrayBuffer[] {
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

export function handOver(bytes: Uint8Array) {
  return transfer(bytes, buffersOf(bytes));
}

/** A way for calls to `hear`: the port is for the other side, and `end` lets go of this one. */
export function wayTo(hear: (...given: never[]) => unknown): { port: MessagePort; end: () => void } {
  const { port1, port2 } = new MessageChannel();
  expose(hear, port1);
  return { port: transfer(port2, [port2]), end: () => port1.close() };
}
