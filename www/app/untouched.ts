import { WHOLE } from './plane/viewport';
import type { State } from './store';

/** Whether nothing that a person did would be lost if the page were loaded anew. */
export const isUntouched = ({
  run: { phase },
  input: { shown: input },
  latent: { z, opened },
  page: { plays },
  plane: { window: mapWindow },
}: State) =>
  phase.peek() === 'idle' &&
  mapWindow.peek() === WHOLE &&
  // What the page does by itself is nobody's.
  (plays.peek() || (input.peek().kind === 'empty' && z.peek() === opened.peek()));
