// What belongs to the input while z is somewhere else: marked and said so, alike in every panel.

import { computed, type ReadonlySignal } from '@preact/signals-core';
import { make } from '../../ui/dom';
import { appendUntil, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import type { ReadonlyState } from '../store';

/**
 * Whose it is, and that z has left it; nothing while z is the input's code, there is no input, or the page shows by itself what
 * can be done, until it is touched.
 */
export const awayWords = ({ input, page }: ReadonlyState): ReadonlySignal<string | undefined> =>
  computed(() => {
    if (!input.away.value || (input.sketch.value.length > 0 && page.plays.value)) return undefined;
    const { ofDrawing, ofItems, ofSample, ofSketch, ofText } = text.value.input.away;
    const { kind } = input.shown.value;
    if (input.sketch.value.length > 0) return ofSketch;
    if (kind === 'items') return ofItems;
    if (kind === 'text') return ofText;
    return kind === 'drawing' ? ofDrawing : ofSample;
  });

/** What is in the element is the input's, where `holds`: while z is away it is dimmed, and a line in it says why. */
export function ofInput(
  element: HTMLElement,
  { state }: { state: ReadonlyState },
  signal: AbortSignal,
  holds = () => true,
) {
  const note = make('p', 'away');
  const words = awayWords(state);
  appendUntil(signal, element, note);
  watch(signal, () => {
    const said = holds() ? words.value : undefined;
    note.textContent = said ?? '';
    element.toggleAttribute('data-away', said !== undefined);
  });
}
