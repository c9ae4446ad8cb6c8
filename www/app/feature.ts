// What a feature is made of. A room that others build on has the same parts.

import type { DataSpec } from '../engine/protocol';
import type { Export } from './export/exports';
import type { Page } from './page';
import type { Report } from './page/commands';
import type { Commands, Handlers, Send } from './send';
import type { ReadonlyState, State } from './store';

type StateOf<Name> = Name extends keyof State ? State[Name] : undefined;
type CommandsOf<Name> = Name extends keyof Commands ? Commands[Name] : never;

/** What a panel is given: it reads the state, sends commands, and reports what goes wrong. */
export interface PanelContext {
  readonly state: ReadonlyState;
  readonly send: Send;
  readonly report: Report;
  /** What can be saved as a file. */
  readonly exports: readonly Export[];
}

/** Brings the markup in `root` to life; everything that it makes ends with the signal. */
export type Mount = (root: HTMLElement, context: PanelContext, signal: AbortSignal) => void;

export type Suits = (data: DataSpec) => boolean;

/** A part of the page. One that is far from the first screen is fetched when it comes near, is asked for, or nothing else is to be done. */
export type Panel = {
  readonly root: string;
  /** Whether it is for the model's data: it comes and goes with such models. For any data where it does not say. */
  readonly suits?: Suits;
} & ({ readonly mount: Mount } | { readonly load: () => Promise<{ readonly mount: Mount }> });

export interface Feature<Name extends string = string> {
  /** What its state and commands are called by. */
  readonly name: Name;
  /** Whether it is for the model's data: of other data it shows, asks and saves nothing. For any data where it does not say. */
  readonly suits?: Suits;
  /** Its part of the state. */
  state?(of: State): StateOf<Name>;
  /** What its commands do. */
  commands?(page: Page): Handlers<CommandsOf<Name>>;
  /** What follows the model and the rest of the state from now on. */
  follow?(page: Page): void;
  readonly panels?: readonly Panel[];
  /** What of it can be saved as a file. */
  readonly exports?: readonly Export[];
}

/** A feature as the page has it, whatever its own state and commands are. */
export type AnyFeature = Pick<Feature, 'name' | 'suits' | 'follow' | 'panels' | 'exports'> & {
  state?(of: State): unknown;
  commands?(page: Page): object;
};
