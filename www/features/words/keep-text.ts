// What is typed outlives the page.

import type { PanelContext } from '../../app/feature';
import { keepInput } from '../../app/kept-input';

export function keepText(context: PanelContext, signal: AbortSignal) {
  const { state, send } = context;
  keepInput<string>(context, signal, {
    name: 'words',
    value() {
      const typed = state.words.typed.value;
      // A test text is only looked at.
      return state.input.shown.value.kind === 'sample' ? undefined : typed;
    },
    // What a link brings stays.
    restore(text) {
      if (state.words.typed.peek() === '') send({ do: 'write text', text });
    },
  });
}
