// The state of the page, a name for each room and feature that has some. Views read it and send commands; only what carries
// commands out writes it.

import type { ReadonlySignal } from '@preact/signals-core';

/** Each room and feature adds its own, beside where it makes it. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by those who have a state.
export interface State {}

type Readable<Value> = Value extends ReadonlySignal<infer Held> ? ReadonlySignal<Held> : Value;

/** The state as views have it. */
export type ReadonlyState = {
  readonly [Name in keyof State]: { readonly [Key in keyof State[Name]]: Readable<State[Name][Key]> };
};
