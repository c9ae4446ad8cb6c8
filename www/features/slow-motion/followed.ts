// The image that a walk follows: the input, or a test sample, which is the input meanwhile.

import { computed } from '@preact/signals-core';
import { given } from '../../app/async/given';
import type { Input } from '../../app/input/state';
import type { Page } from '../../app/page';
import { isColour } from '../../ui/pixels';
import { shownData } from '../../ui/shown-data';
import type { Followed } from './state';

export interface FollowedImage {
  kind: Followed;
  pixels: Uint8Array;
  label: number;
}

/** z goes to its code, and stays there from model to model. */
export async function follow(
  { state, send }: Pick<Page, 'state' | 'send'>,
  end: AbortSignal,
): Promise<FollowedImage> {
  send((await hasSomething(state.input.shown.peek())) ? { do: 'follow input' } : { do: 'take test sample' });
  const code = computed(() => (state.latent.linked.value ? state.input.encoding.value : undefined));
  const { clean } = await given(code, end);
  const input = state.input.shown.peek();
  if (input.kind === 'sample') return { kind: 'sample', pixels: input.pixels, label: input.label };
  const kind = state.input.sketch.peek().length > 0 ? 'sketch' : 'drawing';
  return { kind, pixels: clean, label: state.latent.classIndex.peek() };
}

/** A pad in colour has its ground at least. */
async function hasSomething(input: Input) {
  if (input.kind !== 'drawing') return input.kind === 'sample';
  return isColour(shownData.peek()) || (await input.ink()).some((value) => value > 0);
}
