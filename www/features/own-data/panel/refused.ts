// What was left out, by name and why.

import type { Mount } from '../../../app/feature';
import type { LeftOut } from '../../../engine/protocol/importer';
import { find, make } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { count, labelled } from '../../../ui/words';
import { type Words, whyWords, words } from './words';

/** So many are named. */
const NAMED = 10;

export const showRefused: Mount = (root, { state: { ownData } }, signal) => {
  const box = find(HTMLElement, '#own-refused', root);
  const list = find(HTMLUListElement, 'ul', box);
  watch(signal, () => {
    const leftOut = ownData.preview.value?.leftOut;
    box.hidden = !leftOut?.refusals;
    if (!leftOut) return;
    find(HTMLElement, 'h3', box).textContent = words.value.refused(count(leftOut.refusals));
    list.replaceChildren(...refusalWords(leftOut, words.value).map((line) => make('li', '', line)));
  });
};

/** A line for each, and one for those that are not named. */
export function refusalWords({ refused, refusals }: LeftOut, said: Words): string[] {
  const named = refused.slice(0, NAMED);
  const lines = named.map(({ name, why }) => {
    const reason = whyWords(why, said);
    return why.kind === 'tooMany' ? reason : labelled(name, reason);
  });
  return refusals > named.length ? [...lines, said.more(count(refusals - named.length))] : lines;
}
