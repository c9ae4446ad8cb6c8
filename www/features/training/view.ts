// How training stands, and how it ended.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { noticesWords } from '../../ui/starting-words';
import { text } from '../../ui/text';
import { announceTraining } from './announcer';
import { showStatus } from './status';
import { showStops } from './stops';

export const mount: Mount = (root, context, signal) => {
  for (const show of [showStatus, showStops, showEnding, announceTraining, showNotices])
    show(root, context, signal);
};

const showEnding: Mount = (root, { state }, signal) => {
  const words = find(HTMLElement, '#ending', root);
  watch(signal, () => {
    const ending = state.run.ending.value;
    words.hidden = !ending;
    words.textContent = ending ? text.value.training.endings[ending] : '';
  });
};

const showNotices: Mount = (root, { state }, signal) => {
  const notice = find(HTMLElement, '#notice', root);
  watch(signal, () => {
    notice.hidden = state.run.notices.value.length === 0;
    notice.textContent = noticesWords(state.run.notices.value);
  });
};
