// A use's panel says whether it is unfolded.

import type { Send } from '../send';

export function tellOpen(root: HTMLElement, use: string, send: Send, signal: AbortSignal) {
  const tell = () => send({ do: 'open use', use, open: (root as HTMLDetailsElement).open });
  root.addEventListener('toggle', tell, { signal });
  tell();
}
