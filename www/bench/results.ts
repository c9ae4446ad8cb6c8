// The tables and charts, and copies of them.

import { effect } from '@preact/signals-core';
import { reasonOf } from '../engine/failure/reason';
import { find, make } from '../ui/dom';
import { theme } from '../ui/ink';
import { Charts } from './charts';
import { asMarkdown, asTsv, type Results, type Table, tablesOf } from './report';
import { report, state } from './state';

export function showResults() {
  const root = find(HTMLElement, '#results');
  const place = find(HTMLElement, '#charts');
  const copyImage = find(HTMLElement, '#copy-image');
  const charts = new Charts(place, find(HTMLElement, '#legend'));
  effect(() => {
    // The lines have the colours of the theme.
    theme.value;
    const shown = state.results.value;
    root.hidden = !shown;
    find(HTMLElement, '#copied').textContent = '';
    if (!shown) return;
    find(HTMLElement, '#tables').replaceChildren(...tablesOf(shown).map(tableOf));
    find(HTMLElement, '#machine').textContent = machine();
    place.hidden = copyImage.hidden = shown.points.length === 0;
    if (!place.hidden) charts.show(shown);
  });
  copies('#copy-markdown', 'the tables as Markdown', (shown) =>
    navigator.clipboard.writeText(asMarkdown(tablesOf(shown), machine())),
  );
  copies('#copy-tsv', 'the tables as TSV', (shown) =>
    navigator.clipboard.writeText(asTsv(tablesOf(shown), machine())),
  );
  copies('#copy-image', 'the charts', ({ devices }) =>
    navigator.clipboard.write([new ClipboardItem({ 'image/png': charts.picture(devices) })]),
  );
}

/** A button that copies something of the results, and says so. */
function copies(selector: string, what: string, copy: (shown: Results) => Promise<void>) {
  find(HTMLButtonElement, selector).addEventListener('click', async () => {
    const shown = state.results.peek();
    if (!shown) return;
    try {
      await copy(shown);
      find(HTMLElement, '#copied').textContent = `Copied ${what}.`;
    } catch (error) {
      report(new Error(`The browser did not copy ${what}: ${reasonOf(error)}`));
    }
  });
}

/** What a page may know of it. */
function machine(): string {
  const date = new Date().toISOString().slice(0, 10);
  return `${date} · ${navigator.hardwareConcurrency} processor threads · ${navigator.userAgent}`;
}

function tableOf({ caption, head, body }: Table): HTMLTableElement {
  const heading = (words: string, scope: string) => Object.assign(make('th', '', words), { scope });
  const rows = body.map(([name = '', ...cells]) =>
    make('tr', '', heading(name, 'row'), ...cells.map((words) => make('td', '', words))),
  );
  const columns = make('tr', '', ...head.map((words) => heading(words, 'col')));
  return make(
    'table',
    '',
    make('caption', '', caption),
    make('thead', '', columns),
    make('tbody', '', ...rows),
  );
}
