// How pictures are read and parted: what is typed is checked, and counts as soon as it is entered.

import type { Mount } from '../../../app/feature';
import type { Fit, Ink, TableKind, Tasting } from '../../../engine/protocol/importer';
import { find, tellInvalid } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { typedNumber } from '../../../ui/typed';
import type { Options } from '../state';

type Preparation = Options['preparation'];
type Parting = Options['parting'];

interface Change {
  preparation?: Partial<Preparation>;
  parting?: Partial<Parting>;
  table?: TableKind;
  tasting?: Partial<Tasting>;
}

export const showOptions: Mount = (root, { state: { ownData }, send }, signal) => {
  const set = (change: Change) => {
    const { preparation, parting, table, tasting } = ownData.options.peek();
    const options = {
      preparation: { ...preparation, ...change.preparation },
      parting: { ...parting, ...change.parting },
      table: change.table ?? table,
      tasting: { ...tasting, ...change.tasting },
    };
    send({ do: 'read it otherwise', options });
  };
  const prepare = (preparation: Partial<Preparation>) => set({ preparation });
  const layout = (change: Preparation['layout']) =>
    prepare({ layout: { ...ownData.options.peek().preparation.layout, ...change } });

  const choice = (id: string, take: (value: string) => void) => {
    const field = find(HTMLSelectElement, id, root);
    field.addEventListener('change', () => take(field.value), { signal });
    return field;
  };
  const side = choice('#own-side', (value) => prepare({ side: Number(value) }));
  const channels = choice('#own-channels', (value) => prepare({ channels: Number(value) }));
  const fit = choice('#own-fit', (value) => prepare({ fit: value as Fit }));
  const ink = choice('#own-ink', (value) => set({ parting: { ink: value as Ink } }));

  const typed = (id: string, accept: (value: string) => boolean) => {
    const field = find(HTMLInputElement, id, root);
    const error = root.querySelector<HTMLElement>(`${id}-error`);
    const take = () => {
      const fits = accept(field.value.trim());
      tellInvalid(field, `${id.slice(1)}-error`, !fits);
      if (error) error.hidden = fits;
    };
    field.addEventListener('change', take, { signal });
    return field;
  };
  const number = (fits: (value: number) => boolean, take: (value: number) => void) => (value: string) => {
    const given = typedNumber(value);
    if (!fits(given)) return false;
    take(given);
    return true;
  };
  const tile = number(isTile, (value) => layout({ tile: value }));
  const tiles = typed('#own-tile', (value) => {
    if (value) return tile(value);
    layout({ tile: undefined });
    return true;
  });
  const column = typed('#own-column', (value) => {
    layout({ labelColumn: value || undefined });
    return true;
  });
  const share = typed(
    '#own-share',
    number(
      (percent) => percent > 0 && percent < 100,
      (percent) => set({ parting: { testShare: percent / 100 } }),
    ),
  );
  const table = choice('#own-table', (value) => set({ table: value as TableKind }));
  const rating = number(Number.isFinite, (value) => set({ tasting: { liked: value } }));
  const liked = typed('#own-liked', (value) => {
    if (value) return rating(value);
    set({ tasting: { liked: undefined } });
    return true;
  });
  const least = (id: string, of: 'leastPeople' | 'leastItems') =>
    typed(
      id,
      number(isLeast, (value) => set({ tasting: { [of]: value } })),
    );
  const [people, items] = [least('#own-people', 'leastPeople'), least('#own-items', 'leastItems')];
  const seed = typed(
    '#own-seed',
    number(isSeed, (value) => set({ parting: { seed: value } })),
  );

  watch(signal, () => {
    const { preparation, parting, table: kind, tasting } = ownData.options.value;
    side.value = String(preparation.side);
    channels.value = String(preparation.channels);
    fit.value = preparation.fit;
    ink.value = parting.ink;
    tiles.value = String(preparation.layout.tile ?? '');
    column.value = preparation.layout.labelColumn ?? '';
    table.value = kind;
    liked.value = String(tasting.liked ?? '');
    people.value = String(tasting.leastPeople);
    items.value = String(tasting.leastItems);
    share.value = String(Math.round(parting.testShare * 1000) / 10);
    seed.value = String(parting.seed);
  });
};

const isTile = (value: number) => Number.isInteger(value) && value >= 2;
const isLeast = (value: number) => Number.isInteger(value) && value >= 1 && value < 2 ** 32;
const isSeed = (value: number) => Number.isInteger(value) && value >= 0 && value < 2 ** 32;
