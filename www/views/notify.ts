// A notification of the system when a run finishes in a hidden tab, for those who ask for it.

import { effect } from '@preact/signals-core';
import type { State } from '../store';
import { text } from '../text';
import { find } from './dom';

export function offerNotification(state: State) {
  const box = find(HTMLInputElement, '#notify');
  const refused = find(HTMLElement, '#notify-refused');
  find(HTMLElement, '#notify-field').hidden = !('Notification' in window);
  box.addEventListener('change', async () => {
    refused.textContent = '';
    if (!box.checked || (await Notification.requestPermission()) === 'granted') return;
    box.checked = false;
    refused.textContent = text.peek().training.notifyRefused;
  });
  effect(() => {
    const ending = state.ending.value;
    if (!ending || !box.checked || !document.hidden) return;
    const { page, training } = text.peek();
    try {
      new Notification(training.tabFinished(page.title), { body: training.endings[ending] });
    } catch {
      // Some browsers let a service worker alone notify: the title of the tab tells it all the same.
    }
  });
}
