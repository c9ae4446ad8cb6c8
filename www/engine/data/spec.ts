// What the data is, as the crate says it.

import { run } from '../../public/wasm/cpu/settings.json';
import type { DataFiles, DataSpec, ModelConfig } from '../protocol';

/** The data set that is served with the page. */
export const SITE_DATA = run.model.data as DataSpec;
export const SITE_KEY = 'mnist';
export const SITE_FILES: DataFiles = { data: SITE_DATA, source: { at: 'site', folder: 'data/' } };

/** What goes into a model and comes out; a file may leave it out, as the crate then does. */
export const dataOf = ({ data = SITE_DATA }: Pick<ModelConfig, 'data'>): DataSpec => data;

/** Bytes of an image. */
export const sizeOf = ({ width, height, channels }: DataSpec) => width * height * channels;

/** Whether samples of one kind are of the other, with the same classes and items. */
export const isSameData = (one: DataSpec, other: DataSpec) =>
  one === other || (one.width === other.width && specText(one) === specText(other));

const texts = new WeakMap<DataSpec, string>();

/**
 * All of it, its fields in one order whoever wrote them, and written once: thousands of items may be among it, and it is asked for
 * with each message of a run.
 */
export function specText(data: DataSpec): string {
  const known = texts.get(data) ?? JSON.stringify(data, Object.keys(data).sort());
  texts.set(data, known);
  return known;
}

/** One class alone that has no name is none. */
export const hasClasses = ({ classes }: DataSpec) => classes.some((name) => name !== '?');

export const isImage = ({ kind }: DataSpec) => kind === 'image';
/** Rows of named items: what people like, or the words of texts. */
export const hasItems = ({ kind }: DataSpec) => kind === 'items';
export const hasTexts = ({ kind }: DataSpec) => kind === 'text';
export const hasWords = (data: DataSpec) => hasItems(data) && data.terms !== undefined;
export const hasLikes = (data: DataSpec) => hasItems(data) && data.terms === undefined;
