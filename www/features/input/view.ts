// The input panel.

import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { chooseCorruption } from '../corruption/view';
import { showPad } from './pad';
import { showSeen } from './seen';
import { chooseTestDigit } from './test-digit';

export function showInput(state: State, send: Send) {
  showPad(state, send);
  chooseTestDigit(state, send);
  chooseCorruption(state, send);
  showSeen(state);
}
