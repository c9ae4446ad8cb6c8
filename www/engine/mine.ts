// A data set from a few drawings, alone or with images of another one.

import { fetchSplit } from './files';
import type { Files } from './imported';
import { setOf } from './importing';
import type { DataSpec, Images } from './protocol';
import type { Drawn, ImportedSet } from './protocol/importer';
import type { Readers } from './readers';

/** The same drawings make the same images. */
const SEED = 0;

export async function madeOf(
  { Mine }: Pick<typeof Readers, 'Mine'>,
  drawings: readonly Drawn[],
  of: DataSpec,
  mixed?: Images,
): Promise<ImportedSet> {
  const classes = [...new Set(drawings.map((drawn) => drawn.class))];
  const labels = drawings.map((drawn) => classes.indexOf(drawn.class));
  const images = new Uint8Array(await new Blob(drawings.map(({ pixels }) => pixels.slice())).arrayBuffer());
  const alone = new Mine(images, Uint8Array.from(labels), { ...of, classes }, SEED);
  const [train, t10k] = mixed
    ? await Promise.all([fetchSplit(mixed, 'train'), fetchSplit(mixed, 't10k')])
    : [];
  const mine = mixed && train && t10k ? alone.mixedWith(...train, ...t10k, mixed.data.data) : alone;
  const { data, train: trained, test, inverted } = mine.made();
  return setOf(data, trained as Files, test as Files, inverted);
}
