import { effect } from '@preact/signals-core';
import type { Manifest } from '../state/page';
import type { State } from '../store';
import { text } from '../text';
import { find } from './dom';
import { count } from './words';

/** Which digits the page runs on. */
export function showData(state: State) {
  const words = find(HTMLElement, '#data-words');
  const source = find(HTMLElement, '#data-source');
  effect(() => {
    const manifest = state.manifest.value;
    const sizes = manifest ? sizesWords(manifest) : '';
    words.textContent = sizes;
    source.textContent = `${sizes} ${text.value.data.licence}`;
  });
}

function sizesWords({ name, source, train, test }: Manifest) {
  const { fromNpm, sizes } = text.value.data;
  return (source === 'npm' ? fromNpm : sizes)(name, count(train), count(test));
}
