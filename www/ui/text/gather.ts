// Shared areas are listed; a feature's area is found in its folder, under the folder's name.

import type { Text } from '.';

/** What `en/` and `zh/` bring. */
interface Areas {
  shared: object;
  /** By the file that it comes from. */
  features: Readonly<Record<string, unknown>>;
}

/** Its folder's name in camelCase: `features/slow-motion/en.ts` is `slowMotion`. */
export function areaOf(path: string): string {
  const folder = path.split('/').at(-2) ?? '';
  return folder.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** That an area is as `Text` has it is checked where it is written; that none is missing, by the unit test. */
export function gather({ shared, features }: Areas): Text {
  const found = Object.entries(features).map(([path, area]) => [areaOf(path), area]);
  return { ...shared, ...Object.fromEntries(found) };
}
