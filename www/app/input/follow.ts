// Keeps the input's encoding in step with the input, what is done to it, and the model.

import { batch, effect } from '@preact/signals-core';
import type { Remote } from 'comlink';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { Corruption, Encoding, ExplorerApi } from '../../engine/protocol';
import { conditionOf } from '../latent/condition';
import { latest } from '../latest';
import { wholeModel } from '../model/whole-model';
import type { State } from '../store';
import type { Input } from './state';

type Report = (error: unknown) => void;
type Asked = Pick<ExplorerClient, 'ask'>;

export function keepEncoding(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const encode = latest(
    (input: Input, digitClass: number, corruption: Corruption) =>
      explorer.ask((it) => encodingOf(input, digitClass, corruption, it)),
    (encoding, input) => place(state, encoding, input),
    report,
  );
  effect(() => {
    const input = state.input.shown.value;
    const corruption = state.input.corruption.value;
    const model = wholeModel(state);
    // A test digit knows its class.
    const digitClass = input.kind === 'digit' ? input.label : condition.value;
    if (model && input.kind !== 'empty') encode(input, digitClass, corruption);
  });
}

async function encodingOf(
  input: Input,
  digitClass: number,
  corruption: Corruption,
  explorer: Remote<ExplorerApi>,
) {
  if (input.kind === 'drawing') return explorer.draw(input.ink(), input.side, digitClass, corruption);
  return input.kind === 'digit' ? explorer.encode(input.pixels, digitClass, corruption) : undefined;
}

function place(state: State, encoding: Encoding | undefined, input: Input) {
  if (state.input.shown.peek().kind !== input.kind) return;
  if (encoding && encoding.mu.length !== state.latent.z.peek().length) return;
  batch(() => {
    state.input.encoding.value = encoding;
    // A pad without ink is no input: z stays, and follows nothing.
    if (!encoding) state.latent.linked.value = false;
    if (!encoding || !state.latent.linked.peek()) return;
    const z = Array.from(encoding.mu);
    const since = input.kind === 'drawing' ? input.since : undefined;
    state.latent.z.value = z;
    state.latent.decoded.value = { z, pixels: encoding.reconstruction, since };
  });
}
