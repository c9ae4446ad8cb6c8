// The input panel.

import type { Send } from '../commands';
import type { State } from '../store';
import { chooseCorruption } from './corruption';
import { showPad } from './pad';
import { showSeen } from './seen';
import { chooseTestDigit } from './test-digit';

export function showInput(state: State, send: Send) {
  showPad(state, send);
  chooseTestDigit(state, send);
  chooseCorruption(state, send);
  showSeen(state);
}
