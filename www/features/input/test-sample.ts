// A digit of the test set as the input: a random one, one of a class, or one by its number.

import type { PanelContext } from '../../app/feature';
import { find, option } from '../../ui/dom';
import { appendUntil, watch } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';

export function chooseTestSample(root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const ofClass = find(HTMLSelectElement, '#sample-class', root);
  const number = find(HTMLInputElement, '#sample-number', root);
  watch(signal, () => {
    const shown = new AbortController();
    const options = shownData.value.classes.map((name, label) => option(String(label), name));
    appendUntil(shown.signal, ofClass, ...options);
    return () => shown.abort();
  });
  const take = () =>
    send({ do: 'take test sample', ...(ofClass.value ? { ofClass: Number(ofClass.value) } : {}) });
  const takeNumber = () => {
    if (number.value && number.reportValidity())
      send({ do: 'take test sample', index: number.valueAsNumber });
  };
  find(HTMLButtonElement, '#test-sample', root).addEventListener('click', take, { signal });
  ofClass.addEventListener('change', take, { signal });
  number.addEventListener('change', takeNumber, { signal });
  watch(signal, () => {
    number.max = String((state.data.testSamples.value ?? 10_000) - 1);
  });
  watch(signal, () => {
    const input = state.input.shown.value;
    number.value = input.kind === 'sample' && input.split === 't10k' ? String(input.index) : '';
  });
}
