// Writing IDX, MNIST's format: a magic number and the sizes, big-endian, then the bytes.

const unsignedByte = 0x08;

/** Of bytes in so many items, rows and columns, or fewer sizes. */
export function encodeIdx(sizes, content) {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.writeUInt8(unsignedByte, 2);
  header.writeUInt8(sizes.length, 3);
  sizes.forEach((size, axis) => {
    header.writeUInt32BE(size, 4 + 4 * axis);
  });
  return Buffer.concat([header, content]);
}

/** Digits are `{ pixels, label }`, with 28 x 28 pixels of one byte each. */
export const encodeImages = (digits) =>
  encodeIdx([digits.length, 28, 28], Buffer.concat(digits.map((digit) => digit.pixels)));

export const encodeLabels = (digits) =>
  encodeIdx([digits.length], Buffer.from(digits.map((digit) => digit.label)));
