// The data of the model that is shown: all that is painted and named on the page is of it.

import { type ReadonlySignal, signal } from '@preact/signals-core';
import { isSameData, SITE_DATA, sizeOf } from '../engine/data/spec';
import type { DataSpec } from '../engine/protocol';

const shown = signal(SITE_DATA);
/** Changes only with a model of other data. */
export const shownData: ReadonlySignal<DataSpec> = shown;

/** For the owner of the model. */
export function showData(data: DataSpec) {
  if (!isSameData(data, shown.peek())) shown.value = data;
}

/** One of several images that follow one another. */
export function imageAt(images: Uint8Array, index: number): Uint8Array {
  const size = sizeOf(shown.peek());
  return images.subarray(index * size, (index + 1) * size);
}

export const imagesIn = ({ length }: Uint8Array) => length / sizeOf(shown.peek());

/** What a class is called. */
export const nameOfClass = (label: number) => shown.value.classes[label] ?? String(label);

/** Whether there is room for each class's name on a mark of the map: for one character, or a number of two digits. */
export const hasShortNames = () => shown.value.classes.every((name) => /^(.|\d\d)$/u.test(name));

/** What stands for a class on such a mark: its name, or its number as the keys have it. */
export const markOfClass = (label: number) => (hasShortNames() ? nameOfClass(label) : String(label));

/** Of the colours of classes those that tell two or three of them apart at a glance. */
const APART = [9, 3, 2];

/** Which of the ten colours of classes one has. */
export function hueOf(label: number): number {
  const isFew = shown.value.classes.length <= APART.length;
  return (isFew ? APART[label] : undefined) ?? label;
}

/** What an item of a row is called. */
export const nameOfItem = (item: number) => shown.value.items?.[item] ?? String(item);
