// The codes of the training images, from which all of this is told: each version of a model has its own.

import type { AskedOfUses } from '../../engine/clients/uses';
import type { Encoded } from '../../engine/protocol/uses';

/** Sees to it that all are known, and tells how many are; nothing where something newer waits. */
export async function learnAll(
  { sort }: AskedOfUses,
  overtaken: AbortSignal,
  tell?: (encoded: Encoded) => void,
): Promise<Encoded | undefined> {
  for (;;) {
    const encoded = await sort.learn();
    if (encoded.done === encoded.all) {
      // The probe learns when all are there.
      await sort.learn();
      return encoded;
    }
    tell?.(encoded);
    if (overtaken.aborted) return undefined;
  }
}
