import type { Send } from '../../commands';
import type { MapStage } from './stage';

/** Has the test digits encoded for as long as a layer shows them. */
export function wantCodes(stage: MapStage, send: Send, layer: string) {
  const by = `map: ${layer}`;
  send({ do: 'want codes', by, wanted: true });
  stage.removed.addEventListener('abort', () => send({ do: 'want codes', by, wanted: false }));
}
