// Light, dark, or as the system has it. The first choice is made before the first paint, by early.js.

import { type ReadonlySignal, signal } from '@preact/signals-core';
import { keep } from './remember';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** There is no document in the tests of what does not show anything. */
const first = globalThis.document?.documentElement.dataset.theme as Theme | undefined;
const chosen = signal<Theme>(first ?? 'system');
export const chosenTheme: ReadonlySignal<Theme> = chosen;

export function chooseTheme(theme: Theme) {
  keep('theme', theme);
  applyTheme(theme);
  chosen.value = theme;
}

/** The frame of the window, which the system paints, goes with the page. */
export function frameTheme() {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const { of } = meta.dataset;
    const whenChosen = chosen.value === of ? 'all' : 'not all';
    meta.media = chosen.value === 'system' ? `(prefers-color-scheme: ${of})` : whenChosen;
  }
}

export function applyTheme(theme = chosen.peek()) {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

export const nextTheme = (): Theme => THEMES[(THEMES.indexOf(chosen.peek()) + 1) % THEMES.length] ?? 'system';
