// What a model that is put to use can be asked. Each feature adds its own questions, in a file `uses.ts` of its folder.

import type { ExplorerModel } from '../explorer/model';
import type { Model } from './build';
import type { UsesWork } from './work';

/** The functions of each `uses.ts`, by the name of its folder. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by those who ask something.
export interface UsesQuestions {}

/** What a question is asked of: it stays the same model until it has been answered. */
export interface OfUses {
  session: UsesWork;
  model: ExplorerModel<Model>;
}
