// Numbers as people read them.

import { thousands } from '../engine/failure/grouped';
import { language, text } from './text';

export const MINUS = '−';

export const decimal = (value: number, digits: number) => value.toFixed(digits).replace('-', MINUS);
export const count = (value: number) => thousands(String(Math.round(value)).replace('-', MINUS));
export const nats = (value: number) => decimal(value, 1);
/** Day and time, of milliseconds since 1970. */
export const dateWords = (at: number) =>
  new Date(at).toLocaleString(language.value, { dateStyle: 'medium', timeStyle: 'short' });

/** One after the other, without those that are not there. */
export const sentences = (...all: readonly (string | undefined)[]) =>
  text.value.page.join(all.flatMap((one) => one || []));

/** z1, z2, ... as the maths writes them. */
export const latentName = (dimension: number) =>
  `z${[...String(dimension + 1)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')}`;

const SHOWN = 2;

export function pointWords(z: readonly number[]): string {
  const values = z.slice(0, SHOWN).map((value) => decimal(value, 2));
  return `(${values.join(', ')}${z.length > SHOWN ? ', …' : ''})`;
}

/** Rounded before it is split, so that 119.7 s are 2 minutes; the last minute counts up to its seconds. */
export function durationWords(seconds: number): string {
  const whole = seconds < 60 ? Math.ceil(seconds) : Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
