// The strings of a Python pickle, one after the other as they are put into lists, those that come again too: no Python is needed.

/** Bytes of the arguments of the opcodes that a data frame has; of those with a length before them, the bytes of the length. */
const ARGUMENTS = { 128: 1, 149: 8, 75: 1, 77: 2, 74: 4, 71: 8, 104: 1, 106: 4 };
const LENGTHS = { 140: 1, 88: 4, 67: 1, 66: 4, 150: 8, 142: 8 };
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
