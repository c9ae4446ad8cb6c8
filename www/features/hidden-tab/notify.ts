// A notification of the system when a run finishes in a hidden tab, for those who ask for it.

import { signal as signalOf } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

export const offerNotification: Mount = (root, { state, report }, signal) => {
  const box = find(HTMLInputElement, '#notify', root);
  const refused = signalOf(false);
  find(HTMLElement, '#notify-field', root).hidden = !('Notification' in globalThis);
  const ask = async () => {
    refused.value = false;
    if (!box.checked || (await Notification.requestPermission()) === 'granted') return;
    box.checked = false;
    refused.value = true;
  };
  box.addEventListener('change', () => ask().catch(report), { signal });
  const words = find(HTMLElement, '#notify-refused', root);
  watch(signal, () => {
    words.textContent = refused.value ? text.value.hiddenTab.notifyRefused : '';
  });
  watch(signal, () => {
    const ending = state.run.ending.value;
    if (!ending || !box.checked || !document.hidden) return;
    const { hiddenTab, page, training } = text.peek();
    try {
      new Notification(hiddenTab.tabFinished(page.title), { body: training.endings[ending] });
    } catch {
      // Some browsers let a service worker alone notify: the title of the tab tells it all the same.
    }
  });
};
