// What is written outlives the page.

import type { PanelContext } from '../../app/feature';
import { keepInput } from '../../app/kept-input';

export function keepText(context: PanelContext, signal: AbortSignal) {
  const { state, send } = context;
  keepInput<string>(context, signal, {
    name: 'text',
    value() {
      const typed = state.texts.typed.value;
      // A test text is only looked at.
      return state.input.shown.value.kind === 'sample' ? undefined : typed;
    },
    restore(typed) {
      // A link's may be one that cannot be read.
      if (!state.texts.typed.peek()) send({ do: 'type text', typed });
    },
  });
}
