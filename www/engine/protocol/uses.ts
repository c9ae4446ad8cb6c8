// What the page asks of the worker that puts a copy of a model to use.

import type { Reply } from '../explorer/questions';
import type { Images } from './site';

export type {
  Bag,
  Because,
  Blemish,
  Confidences,
  Draws,
  Encoded,
  ErasedFigures,
  Grouped,
  Learnt,
  LiveWay,
  Method,
  NearestFound,
  Opinion,
  Packed,
  Packing,
  Placed,
  Places,
  ReducedMaps,
  Restored,
  Row,
  Scored,
  Shrunk,
  Source,
  Strange,
  Suggestion,
  Told,
  ToldBeside,
  Use,
} from '../../public/wasm/uses/latent';

/** A copy of the model of this version, and the data that its uses learn from. */
export interface UsesOrder {
  /** Where it has none yet, or others. */
  images?: Images;
  version: number;
  weights: Uint8Array;
}

export interface UsesApi {
  /** Comes first. */
  open(base: string): Promise<void>;
  /** Another model answers from now on. */
  load(order: UsesOrder): Promise<void>;
  /** A question by area and name, of the model of a version: stale if that is another's by now. */
  answer(
    version: number | undefined,
    name: readonly [area: string, name: string],
    ...rest: unknown[]
  ): Promise<Reply>;
}
