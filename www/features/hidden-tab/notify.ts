// A notification of the system when a run finishes in a hidden tab, for those who ask for it.

import { effect, signal } from '@preact/signals-core';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';

export function offerNotification(state: State) {
  const box = find(HTMLInputElement, '#notify');
  const refused = signal(false);
  find(HTMLElement, '#notify-field').hidden = !('Notification' in window);
  box.addEventListener('change', async () => {
    refused.value = false;
    if (!box.checked || (await Notification.requestPermission()) === 'granted') return;
    box.checked = false;
    refused.value = true;
  });
  const words = find(HTMLElement, '#notify-refused');
  effect(() => {
    words.textContent = refused.value ? text.value.hiddenTab.notifyRefused : '';
  });
  effect(() => {
    const ending = state.run.ending.value;
    if (!ending || !box.checked || !document.hidden) return;
    const { hiddenTab, page, training } = text.peek();
    try {
      new Notification(hiddenTab.tabFinished(page.title), { body: training.endings[ending] });
    } catch {
      // Some browsers let a service worker alone notify: the title of the tab tells it all the same.
    }
  });
}
