// The panel of data of one's own: what is chosen, how it is read, what came of it, and what is kept.

import './panel/style.css';
import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { count, decimal } from '../../ui/words';
import { chosenIn } from './chosen';
import { showKept } from './panel/kept-list';
import markup from './panel/markup.html?raw';
import { showOptions } from './panel/options';
import { showPreview } from './panel/preview';
import { showRefused } from './panel/refused';
import { words } from './panel/words';

const MEGABYTE = 1e6;

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  for (const show of [takeFiles, showOptions, showReading, showPreview, showRefused, showKept])
    show(root, context, signal);
};

const takeFiles: Mount = (root, { send }, signal) => {
  find(HTMLButtonElement, '#own-draw', root).addEventListener('click', () => send({ do: 'show mine' }), {
    signal,
  });
  for (const id of ['#own-files', '#own-folder']) {
    const field = find(HTMLInputElement, id, root);
    const take = () => {
      const files = chosenIn(field.files ?? []);
      // The same ones can be chosen again.
      field.value = '';
      if (files.length > 0) send({ do: 'read own data', files });
    };
    field.addEventListener('change', take, { signal });
  }
  const over = (is: boolean) => () => root.classList.toggle('over', is);
  root.addEventListener('dragover', over(true), { signal });
  for (const end of ['dragleave', 'drop']) root.addEventListener(end, over(false), { signal });
};

const showReading: Mount = (root, { state: { ownData }, send }, signal) => {
  const box = find(HTMLElement, '#own-reading', root);
  const bar = find(HTMLProgressElement, 'progress', box);
  const where = find(HTMLElement, '#own-where', root);
  find(HTMLButtonElement, '#own-cancel', root).addEventListener(
    'click',
    () => send({ do: 'leave own data' }),
    { signal },
  );
  watch(signal, () => {
    const reading = ownData.reading.value;
    const hadFocus = box.contains(document.activeElement);
    box.hidden = !reading;
    // Who was at the button is at what came of it, or back at the beginning.
    const home = find(HTMLElement, '#own-preview', root).hidden ? '#own-files' : '#own-preview-title';
    if (!reading && hadFocus) find(HTMLElement, home, root).focus();
    if (!reading) return;
    const { all, files, pictures, bytes } = reading;
    const said = words.value;
    // What is packed is unpacked once all of it is here: how much that will be nobody knows.
    const isHere = all !== undefined && bytes >= all.bytes;
    if (all && !isHere) bar.value = bytes / all.bytes;
    else bar.removeAttribute('value');
    const size = (bytes: number) => decimal(bytes / MEGABYTE, 1);
    if (!all) where.textContent = said.finding(count(files));
    else if (files === all.files)
      where.textContent = pictures > 0 ? said.parting(count(pictures)) : said.goingThrough;
    else if (isHere) where.textContent = said.unpacking(size(all.bytes), count(pictures));
    else
      where.textContent = said.reading(
        count(files),
        count(all.files),
        count(pictures),
        size(bytes),
        size(all.bytes),
      );
  });
};
