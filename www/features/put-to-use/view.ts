// With few dimensions little of a picture is kept: the largest shipped model is offered.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { modelName } from '../../app/model/words';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { largerThan } from './larger';

export const mount: Mount = (root, { state, send }, signal) => {
  const button = find(HTMLButtonElement, 'button', root);
  const larger = computed(() => {
    const model = state.model.shown.value;
    return model && largerThan(model.summary, state.model.list.value);
  });
  const choose = () => {
    const file = larger.peek()?.file;
    if (file) send({ do: 'choose model', file });
  };
  button.addEventListener('click', choose, { signal });
  watch(signal, () => {
    root.hidden = !larger.value;
    if (!larger.value) return;
    const { few, use } = text.value.putToUse;
    find(HTMLElement, 'span', root).textContent = few;
    button.textContent = use(modelName(larger.value));
  });
};
