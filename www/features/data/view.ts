import { effect } from '@preact/signals-core';
import type { Manifest } from '../../app/data/state';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';
import { count } from '../../ui/words';

/** Which digits the page runs on. */
export function showData(state: State) {
  const words = find(HTMLElement, '#data-words');
  const source = find(HTMLElement, '#data-source');
  effect(() => {
    const manifest = state.data.manifest.value;
    const sizes = manifest ? sizesWords(manifest) : '';
    words.textContent = sizes;
    source.textContent = `${sizes} ${text.value.data.licence}`;
  });
}

function sizesWords({ name, source, train, test }: Manifest) {
  const { fromNpm, sizes } = text.value.data;
  return (source === 'npm' ? fromNpm : sizes)(name, count(train), count(test));
}
