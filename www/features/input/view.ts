// The input panel.

import type { Mount } from '../../app/feature';
import { showPad } from './pad';
import { showSeen } from './seen';
import { chooseTestSample } from './test-sample';

export const mount: Mount = (root, context, signal) => {
  showPad(root, context, signal);
  chooseTestSample(root, context, signal);
  showSeen(root, context, signal);
};
