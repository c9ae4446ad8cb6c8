import type { Mount } from '../../app/feature';
import type { ReadonlyState } from '../../app/store';
import { hasTexts, isImage, SITE_KEY } from '../../engine/data/spec';
import type { Manifest } from '../../engine/manifest';
import type { DataSet } from '../../engine/protocol';
import { setName } from '../../ui/data-names';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count, sentences } from '../../ui/words';
import { longestOf } from '../../ui/written';

/** Which samples the page runs on. */
export const mountWords: Mount = (root, { state }, signal) =>
  watch(signal, () => {
    root.textContent = sizesIn(state);
  });

/** The same, and whose they are. */
export const mountSource: Mount = (root, { state }, signal) =>
  watch(signal, () => {
    root.textContent = sentences(sizesIn(state), licenceIn(state));
  });

function sizesIn({ data: { manifest, used } }: ReadonlyState) {
  if (!used.value) return '';
  if (used.value.key === SITE_KEY) return manifest.value ? sizesWords(manifest.value) : '';
  const { train, test } = used.value;
  if (hasTexts(used.value.data)) return linesWords(used.value);
  if (!isImage(used.value.data)) return tastesWords(used.value);
  return text.value.data.used(setName(used.value), count(train), count(test));
}

function tastesWords({ key, name, data, train, test }: DataSet) {
  const { sets, rows, items, texts, terms, tastes } = text.value.data;
  const own = data.terms ? { rows: texts, items: terms[data.terms] } : { rows, items };
  const said = sets[key] ?? own;
  const all = `${count(data.width)} ${said.items ?? own.items}`;
  return tastes(setName({ key, name }), [count(train), count(test)], said.rows ?? own.rows, all);
}

function linesWords({ key, name, data, train, test }: DataSet) {
  return text.value.data.lines(
    setName({ key, name }),
    [count(train), count(test)],
    count(longestOf(data)),
    data.colour ?? false,
  );
}

function sizesWords({ name, source, train, test }: Manifest) {
  const { fromNpm, sizes } = text.value.data;
  return (source === 'npm' ? fromNpm : sizes)(name, count(train), count(test));
}

/** A person's own data is that person's. */
function licenceIn({ data: { used } }: ReadonlyState) {
  const { licence, sets } = text.value.data;
  const key = used.value?.key ?? SITE_KEY;
  return key === SITE_KEY ? licence : sets[key]?.licence;
}
