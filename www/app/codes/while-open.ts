// The codes of the test digits are made only while somebody looks at what is found from them.

import { atEnd } from '../../ui/lifetime';
import type { Send } from '../send';

/** Wants the codes while the details are open, for the feature of that name. */
export function wantCodesWhileOpen(details: HTMLDetailsElement, by: string, send: Send, signal: AbortSignal) {
  const want = (wanted: boolean) => send({ do: 'want codes', by, wanted });
  details.addEventListener('toggle', () => want(details.open), { signal });
  // It may have been opened while it was for other data.
  if (details.open) want(true);
  atEnd(signal, () => want(false));
}
