// What the page asks of the worker that measures a use of a model.

import type { Row, Use } from '../../public/wasm/uses/latent';
import type { Site } from './site';

export type { Case, Method, Quantity, Row, Use } from '../../public/wasm/uses/latent';

export interface SurveyorApi {
  /** A use of a copy of a model on the first `images` of the test set, until it is done or who listens at `goOn` says no. */
  survey(
    site: Site,
    order: { use: Use; weights: Uint8Array; images: number; deterministic: boolean },
    goOn: MessagePort,
  ): Promise<readonly Row[]>;
}
