// What of the page can be saved as a file: each feature brings its own, and the panel below the paths lists them.

import { shownData } from '../../ui/shown-data';
import type { AnyFeature, Suits } from '../feature';
import type { Page } from '../page';
import type { ReadonlyState } from '../store';
import { suitedExports } from '../suited';
import type { Colours } from './drawing';

/** What a file is written as, and how its name ends. */
export type FileFormat =
  | 'png'
  | 'svg'
  | 'gif'
  | 'mp4'
  | 'webm'
  | 'csv'
  | 'npy'
  | 'npz'
  | 'json'
  | 'py'
  | 'onnx'
  | 'zip';

/** What an animation can be written as. */
export const ANIMATIONS: readonly FileFormat[] = ['gif', 'mp4', 'webm'];

export type ExportPage = Pick<Page, 'state' | 'explorer' | 'model' | 'training' | 'exports'>;

/** Makes the file; nothing where there is nothing to save. */
export type Make = (page: ExportPage, format: FileFormat, colours: Colours) => Promise<Blob | undefined>;

/** In the order in which they are listed. */
const KINDS = ['picture', 'data', 'model', 'animation', 'all'] as const;

export interface Export {
  /** Also the file's, before its ending. */
  readonly name: string;
  /** `model` is the model shown for other programs, `all` is of the others. */
  readonly kind: (typeof KINDS)[number];
  /** What it is called on the page. */
  readonly words: () => string;
  readonly formats: readonly FileFormat[];
  /** Whether it is for the model's data: of other data it is not offered. For any data where it does not say. */
  readonly suits?: Suits;
  /** Whether there is something to save; without, there always is. */
  readonly isThere?: (state: ReadonlyState) => boolean;
  /** Whether it takes long, as animations do: then an experiment goes without it, unless it is the whole one. */
  readonly takesLong?: true;
  /** Fetched when somebody wants the file. */
  readonly load: () => Promise<Make>;
}

/** All of them, kind by kind: of each in the order of the page, from the panel upwards. */
export function exportsOf(features: readonly Pick<AnyFeature, 'suits' | 'exports'>[]): readonly Export[] {
  const all = features.toReversed().flatMap(suitedExports);
  const twice = all.find(({ name }, index) => all.findIndex((other) => other.name === name) !== index);
  if (twice) throw new Error(`Two exports are called “${twice.name}”: name one of them anew.`);
  return KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
}

export const isOffered = ({ suits }: Export) => suits?.(shownData.value) ?? true;

/** Whether it can be saved now. */
export const canBeSaved = (one: Export, state: ReadonlyState) =>
  isOffered(one) && one.isThere?.(state) !== false;
