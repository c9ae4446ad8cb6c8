// Keeps what the explorer answers (map, decoded digit, encoding, traversals) in step with z, the input and the model.

import { batch, computed, effect } from '@preact/signals-core';
import type { Remote } from 'comlink';
import { latest } from '../latest';
import { keepMap } from '../map/drawing';
import { type Pair, planeOfAxes, REACH } from '../map/geometry';
import { keepPlane } from '../map/plane';
import { WHOLE } from '../map/viewport';
import { pause } from '../pause';
import type { Corruption, Encoding, ExplorerApi, ModelSummary } from '../protocol';
import type { Input } from '../state/input';
import type { State } from '../store';
import type { ExplorerClient } from './explorer-client';
import { wholeModel } from './whole-model';

export const TRAVERSAL_TILES = 9;
/** Tile centres lie where the slider's thumb is at their value. */
const TRAVERSAL_EXTENT = REACH * (1 - 1 / TRAVERSAL_TILES);
/** Beside a dragged z the strips come 15 times a second: the eye is at the digit, which needs the processor. */
const STRIPS_REST_MS = 60;

type Report = (error: unknown) => void;
type Asked = Pick<ExplorerClient, 'ask'>;

/** Puts a newly loaded model into the state; z starts at the origin when the latent size changed. */
export function placeModel(state: State, summary: ModelSummary, run: number, step: number) {
  const { latentSize } = summary.config;
  batch(() => {
    if (latentSize !== state.z.peek().length) {
      state.z.value = new Array<number>(latentSize).fill(0);
      const axes: Pair = latentSize > 1 ? [0, 1] : [0, 0];
      state.axes.value = axes;
      state.plane.value = planeOfAxes(latentSize, axes);
      state.mapWindow.value = WHOLE;
      state.principal.value = false;
      state.principalShare.value = undefined;
      state.encoding.value = undefined;
      state.traversals.value = [];
      state.linked.value = state.input.peek().kind !== 'empty';
    }
    state.model.value = { summary, run, step, version: (state.model.peek()?.version ?? 0) + 1 };
  });
}

/** The class that a conditional model is told; others are told 0, so that nothing is asked anew for them. */
export const conditionOf = (state: State) =>
  computed(() => (state.model.value?.summary.config.conditional ? state.digitClass.value : 0));

export function explore(state: State, explorer: Asked, report: Report) {
  keepDecoded(state, explorer, report);
  keepEncoding(state, explorer, report);
  keepPlane(state, explorer, report);
  keepMap(state, explorer, conditionOf(state), report);
  keepTraversals(state, explorer, report);
}

function keepDecoded(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const decode = latest(
    (z: readonly number[], digitClass: number, _since: number | undefined) =>
      explorer.ask((it) => it.decode(Float32Array.from(z), digitClass)),
    (pixels, z, _digitClass, since) => {
      if (z.length === state.z.peek().length && !state.linked.peek())
        state.decoded.value = { z, pixels, since };
    },
    report,
  );
  effect(() => {
    const z = state.z.value;
    const digitClass = condition.value;
    // The encoding of an input brings its own reconstruction.
    if (!state.model.value || state.linked.value) return;
    const since = state.movedAt.peek();
    state.movedAt.value = undefined;
    decode(z, digitClass, since);
  });
}

function keepEncoding(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const encode = latest(
    (input: Input, digitClass: number, corruption: Corruption) =>
      explorer.ask((it) => encodingOf(input, digitClass, corruption, it)),
    (encoding, input) => place(state, encoding, input),
    report,
  );
  effect(() => {
    const input = state.input.value;
    const corruption = state.corruption.value;
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
  if (state.input.peek().kind !== input.kind) return;
  if (encoding && encoding.mu.length !== state.z.peek().length) return;
  batch(() => {
    state.encoding.value = encoding;
    // A pad without ink is no input: z stays, and follows nothing.
    if (!encoding) state.linked.value = false;
    if (!encoding || !state.linked.peek()) return;
    const z = Array.from(encoding.mu);
    const since = input.kind === 'drawing' ? input.since : undefined;
    state.z.value = z;
    state.decoded.value = { z, pixels: encoding.reconstruction, since };
  });
}

function keepTraversals(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const view = { extent: TRAVERSAL_EXTENT, count: TRAVERSAL_TILES };
  const traverse = latest(
    (z: readonly number[], digitClass: number) =>
      explorer.ask((it) => it.traversals({ ...view, z, digitClass })),
    (strips) => {
      state.traversals.value = strips;
      return pause(STRIPS_REST_MS);
    },
    report,
  );
  effect(() => {
    if (state.model.value) traverse(state.z.value, condition.value);
  });
}
