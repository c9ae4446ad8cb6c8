// Items to IDX files, parted so that what belongs together is never seen in both parts.

import { encodeIdx } from '../idx.mjs';
import { shuffled } from '../shuffled.mjs';

const seed = 1;
const testShare = 1 / 6;

/**
 * Of families of `{ pixels, label }`, a sixth to be tested on. A picture has `sizes` rows and columns; of colours, the rows
 * of each one after another.
 */
export function parted(families, sizes) {
  const mixed = shuffled(families, seed);
  const held = Math.round(families.length * testShare);
  const files = (some) => {
    const items = shuffled(some.flat(), seed);
    return {
      images: encodeIdx([items.length, ...sizes], Buffer.concat(items.map(({ pixels }) => pixels))),
      labels: encodeIdx([items.length], Buffer.from(items.map(({ label }) => label))),
    };
  };
  return { train: files(mixed.slice(held)), test: files(mixed.slice(0, held)) };
}
