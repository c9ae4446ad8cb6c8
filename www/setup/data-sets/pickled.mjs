// Strings and numbers of a Python pickle, as a data frame has them: no Python is needed.

/** Bytes of the arguments of the opcodes that a data frame has; of those with a length before them, the bytes of the length. */
const ARGUMENTS = { 128: 1, 149: 8, 75: 1, 77: 2, 74: 4, 71: 8, 104: 1, 106: 4 };
const LENGTHS = { 140: 1, 88: 4, 67: 1, 66: 4, 150: 8, 142: 8 };
const UNICODE = [0x8c, 0x58];
const BYTES = [0x43, 0x42, 0x96, 0x8e];
const [MEMOIZE, GET, LONG_GET, FLOAT] = [0x94, 0x68, 0x6a, 0x47];

/** Each opcode with where its argument begins and ends. @param {Buffer} pickle */
function* opcodesOf(pickle) {
  for (let at = 0; at < pickle.length; ) {
    const opcode = pickle[at++];
    const isLong = opcode in LENGTHS;
    const start = at + (isLong ? LENGTHS[opcode] : 0);
    at = isLong
      ? start + pickle.readUIntLE(at, Math.min(LENGTHS[opcode], 6))
      : start + (ARGUMENTS[opcode] ?? 0);
    yield { opcode, start, end: at };
  }
}

/** One after the other as they are put into lists, those that come again too; one that is missing, NaN, is empty. @param {Buffer} pickle @returns {string[]} */
export function pickledStrings(pickle) {
  const strings = [];
  const memo = [];
  let last;
  const take = (text) => {
    last = text;
    if (text !== undefined) strings.push(text);
  };
  for (const { opcode, start, end } of opcodesOf(pickle)) {
    const isGet = opcode === GET || opcode === LONG_GET;
    const isMissing = opcode === FLOAT && Number.isNaN(pickle.readDoubleBE(start));
    if (opcode === MEMOIZE) memo.push(last);
    else if (isMissing) take('');
    else if (isGet) take(memo[pickle.readUIntLE(start, end - start)]);
    else take(UNICODE.includes(opcode) ? pickle.toString('utf8', start, end) : undefined);
  }
  return strings;
}

/** The bytes of its arrays of numbers, one after the other. @param {Buffer} pickle @returns {Buffer[]} */
export const pickledBytes = (pickle) =>
  [...opcodesOf(pickle)]
    .filter(({ opcode }) => BYTES.includes(opcode))
    .map(({ start, end }) => pickle.subarray(start, end));
