// What is typed outlives the page.

import type { PanelContext } from '../../app/feature';
import { keepInput } from '../../app/kept-input';

export function keepText(context: PanelContext, signal: AbortSignal) {
  const { state, send } = context;
  keepInput<string>(context, signal, {
    name: 'words',
    value() {
      const typed = state.words.typed.value;
      const { kind } = state.input.shown.value;
      // A test text is only looked at, and so are words that a link brought.
      return kind === 'sample' || (kind === 'items' && !typed) ? undefined : typed;
    },
    restore(text) {
      // A link's is being looked up.
      if (!state.words.typed.peek()) send({ do: 'write text', text });
    },
  });
}
