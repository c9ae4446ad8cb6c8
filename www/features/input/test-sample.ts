// A digit of the test set as the input: a random one, one of a class, or one by its number.

import { signal as signalOf } from '@preact/signals-core';
import type { PanelContext } from '../../app/feature';
import { find, option, tellInvalid } from '../../ui/dom';
import { appendUntil, watch } from '../../ui/lifetime';
import { makeNumberField } from '../../ui/number-field';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { typedNumber } from '../../ui/typed';

/** Until the test set is there. */
const USUAL_COUNT = 10_000;

export function chooseTestSample(root: HTMLElement, context: PanelContext, signal: AbortSignal) {
  chooseAny(root, context, signal);
  chooseByNumber(root, context, signal);
}

function chooseAny(root: HTMLElement, { send }: PanelContext, signal: AbortSignal) {
  const ofClass = find(HTMLSelectElement, '#sample-class', root);
  watch(signal, () => {
    const shown = new AbortController();
    const options = shownData.value.classes.map((name, label) => option(String(label), name));
    appendUntil(shown.signal, ofClass, ...options);
    return () => shown.abort();
  });
  const take = () =>
    send({ do: 'take test sample', ...(ofClass.value ? { ofClass: Number(ofClass.value) } : {}) });
  find(HTMLButtonElement, '#test-sample', root).addEventListener('click', take, { signal });
  ofClass.addEventListener('change', take, { signal });
}

/** What is no number of the test set stays as it was typed, and is refused in words. */
function chooseByNumber(root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const number = find(HTMLInputElement, '#sample-number', root);
  const words = find(HTMLElement, '#sample-number-words', root);
  const refused = signalOf<number | string | undefined>(undefined);
  const last = () => (state.data.testSamples.value ?? USUAL_COUNT) - 1;
  const takeNumber = () => {
    const typed = number.value.trim();
    const index = typedNumber(typed);
    const fits = Number.isInteger(index) && index >= 0 && index <= last();
    refused.value = fits || typed === '' ? undefined : Number.isNaN(index) ? typed : index;
    if (fits) send({ do: 'take test sample', index });
  };
  makeNumberField(number, 1, signal);
  number.addEventListener('change', takeNumber, { signal });
  watch(signal, () => {
    const came = refused.value;
    const { settings, input } = text.value;
    words.hidden = came === undefined;
    words.textContent =
      came === undefined ? '' : settings.refused(input.number, { kind: 'whole', low: 0, high: last() }, came);
    tellInvalid(number, words.id, came !== undefined);
  });
  watch(signal, () => {
    const input = state.input.shown.value;
    number.value = input.kind === 'sample' && input.split === 't10k' ? String(input.index) : '';
    refused.value = undefined;
  });
}
