// The input panel.

import type { Mount } from '../../app/feature';
import { showPad } from './pad';
import { showSeen } from './seen';
import { chooseTestDigit } from './test-digit';

export const mount: Mount = (root, context, signal) => {
  showPad(root, context, signal);
  chooseTestDigit(root, context, signal);
  showSeen(root, context, signal);
};
