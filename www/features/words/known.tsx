// The words of the input, each with how often it is there.

import type { State } from '../../app/store';
import { hueOfItem } from '../../ui/item-hue';
import { nameOfItem, shownData } from '../../ui/shown-data';
import { count } from '../../ui/words';
import { words } from './panel/words';
import { bagOf } from './row';

/** Of a long text so many are shown. */
const SHOWN = 60;

export function KnownWords({ state }: { state: Pick<State, 'input'> }) {
  const { items, counts } = bagOf(state.input.shown.value, shownData.value);
  const said = words.value;
  if (items.length === 0) return null;
  return (
    <ul class="items known scrolls-down" aria-label={said.known}>
      {items.slice(0, SHOWN).map((item, at) => (
        <li key={item}>
          <Word item={item} times={counts[at] ?? 1} />
        </li>
      ))}
      {items.length > SHOWN && <li>…</li>}
    </ul>
  );
}

/** A word in a colour of its own, the same as on the map. */
export function Word({ item, times = 1 }: { item: number; times?: number }) {
  const name = nameOfItem(item);
  return (
    <span class="item" style={{ '--hue': String(hueOfItem(item)) }}>
      {times > 1 ? words.value.times(name, count(times)) : name}
    </span>
  );
}
