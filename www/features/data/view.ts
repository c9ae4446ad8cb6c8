import type { Mount } from '../../app/feature';
import type { ReadonlyState } from '../../app/store';
import type { Manifest } from '../../engine/manifest';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count, sentences } from '../../ui/words';

/** Which digits the page runs on. */
export const mountWords: Mount = (root, { state }, signal) =>
  watch(signal, () => {
    root.textContent = sizesIn(state);
  });

/** The same, and whose they are. */
export const mountSource: Mount = (root, { state }, signal) =>
  watch(signal, () => {
    root.textContent = sentences(sizesIn(state), text.value.data.licence);
  });

function sizesIn({ data: { manifest } }: ReadonlyState) {
  return manifest.value ? sizesWords(manifest.value) : '';
}

function sizesWords({ name, source, train, test }: Manifest) {
  const { fromNpm, sizes } = text.value.data;
  return (source === 'npm' ? fromNpm : sizes)(name, count(train), count(test));
}
