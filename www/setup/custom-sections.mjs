// Names for debuggers make a third of a wasm file; the browser needs none of them.

const HEADER = 8;
const CUSTOM = 0;

/** An unsigned LEB128 number, and where it ends. */
function readNumber(bytes, start) {
  let value = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined)
      throw new Error(`Expected a whole wasm file, got one cut short at byte ${at - 1}.`);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at };
  }
}

/**
 * A wasm module less its custom sections (WebAssembly core specification, 5.5.3).
 * @param {Buffer} bytes
 */
export function withoutCustomSections(bytes) {
  const kept = [bytes.subarray(0, HEADER)];
  for (let start = HEADER; start < bytes.length; ) {
    const { value: size, end: body } = readNumber(bytes, start + 1);
    const next = body + size;
    if (next > bytes.length)
      throw new Error(`Expected a section of ${size} bytes, got ${bytes.length - body}.`);
    if (bytes[start] !== CUSTOM) kept.push(bytes.subarray(start, next));
    start = next;
  }
  return Buffer.concat(kept);
}
