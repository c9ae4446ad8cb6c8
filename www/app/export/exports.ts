// What of the page can be saved as a file: each feature brings its own, and the panel below the paths lists them.

import type { AnyFeature } from '../feature';
import type { Page } from '../page';
import type { ReadonlyState } from '../store';
import type { Colours } from './drawing';

/** Makes the file and saves it. */
export type Save = (page: Pick<Page, 'state' | 'explorer' | 'model'>, colours: Colours) => Promise<void>;

export interface Export {
  readonly name: string;
  readonly kind: 'picture' | 'animation';
  /** What its button says. */
  readonly words: () => string;
  /** Whether there is something to save; without, there always is. */
  readonly isThere?: (state: ReadonlyState) => boolean;
  /** Fetched when somebody wants the file. */
  readonly load: () => Promise<Save>;
}

/** All of them, the pictures first: of each kind in the order of the page, from the panel upwards. */
export function exportsOf(features: readonly Pick<AnyFeature, 'exports'>[]): readonly Export[] {
  const all = features.toReversed().flatMap(({ exports }) => exports ?? []);
  const twice = all.find(({ name }, index) => all.findIndex((other) => other.name === name) !== index);
  if (twice) throw new Error(`Two exports are called “${twice.name}”: name one of them anew.`);
  return [...all.filter(({ kind }) => kind === 'picture'), ...all.filter(({ kind }) => kind === 'animation')];
}
