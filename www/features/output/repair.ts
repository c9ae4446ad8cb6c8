// How far the corrupted input and its reconstruction lie from the clean image: whether the model has repaired it.

import type { PanelContext } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';

export function showRepair(root: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const words = find(HTMLElement, '#repair', root);
  watch(signal, () => {
    const encoding = state.input.encoding.value;
    words.hidden = state.input.corruption.value.damage.kind === 'none';
    if (!encoding) {
      words.textContent = text.value.output.unrepaired;
      return;
    }
    const { clean, seen, reconstruction } = encoding;
    words.textContent = text.value.output.repaired(
      decimal(distance(seen, clean), 2),
      decimal(distance(reconstruction, clean), 2),
    );
  });
}

/** The root mean square of the pixels' differences, of bytes in units from black to white. */
export function distance(a: Uint8Array, b: Uint8Array): number {
  const sum = a.reduce((total, byte, index) => total + (byte - (b[index] ?? 0)) ** 2, 0);
  return Math.sqrt(sum / a.length) / 255;
}
