// How long a safetensors file is as a whole, by its own header: a cut one is told from what is none.

/** Bytes before the header, which say how long it is: of 64 bits 32 are more than enough. */
const LENGTH = 8;

/** Bytes of the whole file; of one that is cut within its header at least so many. Nothing for what is no safetensors file. */
export function wholeOf(bytes: Uint8Array): number | undefined {
  if (bytes.length <= LENGTH || bytes[LENGTH] !== '{'.charCodeAt(0)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const start = LENGTH + view.getUint32(0, true);
  if (view.getUint32(4, true) !== 0) return undefined;
  if (start > bytes.length) return start;
  const ends = endsIn(new TextDecoder().decode(bytes.subarray(LENGTH, start)));
  return ends && start + Math.max(0, ...ends);
}

/** Where its tensors end, behind the header. */
function endsIn(header: string): number[] | undefined {
  try {
    const { __metadata__: _, ...tensors } = JSON.parse(header) as Record<
      string,
      { data_offsets: [number, number] }
    >;
    return Object.values(tensors).map(({ data_offsets: [, end] }) => end);
  } catch {
    return undefined;
  }
}
