// The strings of a Python pickle, one after the other as they are put into lists, those that come again too: no Python is needed.

/** Bytes of the arguments of the opcodes that a data frame has; of those with a length before them, the bytes of the length. */
const ARGUMENTS = { 0x80: 1, 0x95: 8, 0x4b: 1, 0x4d: 2, 0x4a: 4, 0x47: 8, 0x68: 1, 0x6a: 4 };
const LENGTHS = { 0x8c: 1, 0x58: 4, 0x43: 1, 0x42: 4, 0x96: 8, 0x8e: 8 };
const UNICODE = [0x8c, 0x58];
const [MEMOIZE, GET, LONG_GET] = [0x94, 0x68, 0x6a];

/** @param {Buffer} pickle @returns {string[]} */
export function pickledStrings(pickle) {
  const strings = [];
  const memo = [];
  let last;
  const take = (text) => {
    last = text;
    if (text !== undefined) strings.push(text);
  };
  for (let at = 0; at < pickle.length; ) {
    const opcode = pickle[at++];
    if (opcode in LENGTHS) {
      const size = Math.min(LENGTHS[opcode], 6);
      const start = at + LENGTHS[opcode];
      at = start + pickle.readUIntLE(at, size);
      take(UNICODE.includes(opcode) ? pickle.toString('utf8', start, at) : undefined);
    } else if (opcode === MEMOIZE) {
      memo.push(last);
    } else {
      const size = ARGUMENTS[opcode] ?? 0;
      const isGet = opcode === GET || opcode === LONG_GET;
      take(isGet ? memo[pickle.readUIntLE(at, size)] : undefined);
      at += size;
    }
  }
  return strings;
}
