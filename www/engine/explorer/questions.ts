// What the explorer can be asked. Each room and feature adds its own questions, in a file `explorer.ts` of its folder.

import type { ExplorerModel } from './model';
import type { Session } from './session';

/** The functions of each `explorer.ts`, by the name of its folder. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by those who ask something.
export interface Questions {}

/** What a question of the model is asked of: it stays the same one until it has been answered. */
export interface OfModel {
  session: Session;
  model: ExplorerModel;
}

type Call<Question, Of> = Question extends (of: Of, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Promise<Awaited<Result>>
  : never;

/** The questions as the page asks them: of the model, or of the session where they need no model. */
export type Asked<Of, Areas = Questions> = {
  readonly [Area in keyof Areas]: {
    readonly [Name in keyof Areas[Area] as Areas[Area][Name] extends (of: Of, ...rest: infer _) => unknown
      ? Name
      : never]: Call<Areas[Area][Name], Of>;
  };
};

/** Asked of a model that is no longer the explorer's. */
export class Stale extends Error {
  override name = 'Stale';
}

export type Reply = { stale: true } | { value: unknown };
