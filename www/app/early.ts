// What a person does before the page's parts are there: kept.js, in the page's head, keeps it.

import { type Action, redo } from './actions';

/** What has been done since the page was painted, in its order; there until it has been done again. */
interface Early {
  readonly actions: readonly Action[];
  end(): void;
}

const kept = (): Early | undefined => Reflect.get(globalThis, 'early');

/** Whether anything has been done. */
export const wasEarly = () => (kept()?.actions.length ?? 0) > 0;

/** Does it, now that someone listens. */
export function doEarly() {
  const early = kept();
  Reflect.deleteProperty(globalThis, 'early');
  early?.end();
  early?.actions.forEach(redo);
}
