// The input panel.

import type { Mount } from '../../app/feature';
import { awayWords, ofInput } from '../../app/input/away';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { showDamage } from './damaged';
import { showPad } from './pad';
import { showSeen } from './seen';
import { chooseTestSample } from './test-sample';

export const mount: Mount = (root, context, signal) => {
  showPad(root, context, signal);
  chooseTestSample(root, context, signal);
  showSeen(root, context, signal);
  showDamage(root, context, signal);
  ofInput(find(HTMLElement, '.seen', root), context, signal);
  // All panels say it at once to those who see them; to those who do not, one does.
  const spoken = find(HTMLElement, '#away-words', root);
  const words = awayWords(context.state);
  watch(signal, () => {
    spoken.textContent = words.value ?? '';
  });
};
