// What the page does by itself: it draws a digit, waits a moment, and lets z walk from one good place to the next.

import { goodPlaces } from '../../app/latent/good-places';
import type { Model } from '../../app/model/state';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { everyFrame } from '../../ui/every-frame';
import { shownData } from '../../ui/shown-data';
import { drawnUntil } from './digit';
import { hasThrees } from './threes';
import { type Walk, walkThrough } from './walk';

const DRAWS_SECONDS = 2.4;
/** So long the digit and its code can be looked at. */
const RESTS_SECONDS = 2;
/** Every other frame of a usual screen is enough: a battery lasts. */
const BETWEEN_FRAMES_MS = 20;

/** Until the first touch. */
export function play(state: State, send: Send, touched: AbortSignal) {
  const walk = walking(state, send);
  let [time, drawn] = [0, false];
  const stop = everyFrame((seconds) => {
    // A model of other data has come meanwhile, as by the address.
    if (!hasThrees(shownData.peek())) return leave();
    time += seconds;
    if (!drawn) send({ do: 'sketch', strokes: drawnUntil(time / DRAWS_SECONDS) });
    drawn = time >= DRAWS_SECONDS;
    if (time >= DRAWS_SECONDS + RESTS_SECONDS) walk(seconds);
  }, BETWEEN_FRAMES_MS);
  const end = () => {
    stop();
    // Half a digit is none.
    if (!drawn) send({ do: 'sketch', strokes: drawnUntil(1) });
  };
  const leave = () => {
    stop();
    touched.removeEventListener('abort', end);
    if (state.input.sketch.peek().length > 0) send({ do: 'clear' });
  };
  touched.addEventListener('abort', end, { once: true });
}

/** Through the good places of the model that is shown; z stays where it has none. */
function walking(state: State, send: Send) {
  let of: Model | undefined;
  let walk: Walk | undefined;
  return (seconds: number) => {
    const model = state.model.shown.peek();
    if (model && model !== of)
      walk = walkThrough(
        goodPlaces(state, model).map(({ z }) => z),
        state.latent.z.peek(),
      );
    of = model;
    const z = walk?.(seconds);
    if (z) send({ do: 'move', z });
  };
}
