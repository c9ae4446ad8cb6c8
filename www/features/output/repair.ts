// How far the corrupted input and its reconstruction lie from the clean image: whether the model has repaired it.

import type { PanelContext } from '../../app/feature';
import type { Encoding } from '../../engine/protocol';
import { find } from '../../ui/dom';
import { watchValue } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';

export function showRepair(root: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const words = find(HTMLElement, '#repair', root);
  const damaged = () => state.input.corruption.value.damage.kind !== 'none';
  watchValue(signal, damaged, (damaged) => {
    words.hidden = !damaged;
  });
  watchValue(
    signal,
    () => (damaged() ? repairedWords(state.input.encoding.value) : ''),
    (said) => {
      words.textContent = said;
    },
  );
}

function repairedWords(encoding: Encoding | undefined): string {
  const { repaired, unrepaired } = text.value.output;
  if (!encoding) return unrepaired;
  const { clean, seen, reconstruction } = encoding;
  return repaired(decimal(distance(seen, clean), 2), decimal(distance(reconstruction, clean), 2));
}

/** The root mean square of the pixels' differences, of bytes in units from black to white. */
export function distance(a: Uint8Array, b: Uint8Array): number {
  const sum = a.reduce((total, byte, index) => total + (byte - (b[index] ?? 0)) ** 2, 0);
  return Math.sqrt(sum / a.length) / 255;
}
