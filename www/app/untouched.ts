import { WHOLE } from './plane/viewport';
import type { State } from './store';

/** Whether nothing that a person did would be lost if the page were loaded anew. */
export const isUntouched = ({
  run: { phase },
  input: { shown: input },
  latent: { z },
  plane: { window: mapWindow },
}: State) =>
  phase.peek() === 'idle' &&
  input.peek().kind === 'empty' &&
  z.peek().every((value) => value === 0) &&
  mapWindow.peek() === WHOLE;
