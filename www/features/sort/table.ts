// Shares in a table, each with a bar behind it.

import { find, make } from '../../ui/dom';
import { decimal } from '../../ui/words';
import { words } from './panel/words';

export interface Shares {
  heads: readonly string[];
  lines: readonly { name: string; shares: readonly number[] }[];
  /** After the point of each per cent. */
  digits: number;
}

export function fillShares(table: HTMLTableElement, { heads, lines, digits }: Shares) {
  const line = make('tr', '', ...heads.map((name) => headOf(name, 'col')));
  find(HTMLTableSectionElement, 'thead', table).replaceChildren(line);
  const rows = lines.map(({ name, shares }) =>
    make('tr', '', headOf(name, 'row'), ...shares.map((share) => cellOf(share, digits))),
  );
  find(HTMLTableSectionElement, 'tbody', table).replaceChildren(...rows);
}

const headOf = (name: string, scope: string) => Object.assign(make('th', '', name), { scope });

function cellOf(share: number, digits: number) {
  const percent = decimal(100 * share, digits);
  const cell = make('td', '', words.value.percent(percent));
  cell.style.setProperty('--share', `${100 * share}%`);
  return cell;
}
