// Keeps what the explorer answers (map, decoded digit, encoding, traversals) in step with z, the input and the model.

import { batch, computed, effect } from '@preact/signals-core';
import type { Remote } from 'comlink';
import type { ExplorerClient } from '../../engine/explorer-client';
import { pause } from '../../engine/pause';
import type { Corruption, Encoding, ExplorerApi, ModelSummary } from '../../engine/protocol';
import { keepMap } from '../../features/map/drawing';
import type { Input } from '../input/state';
import { latest } from '../latest';
import { wholeModel } from '../model/whole-model';
import { keepPlane } from '../plane/follow';
import { type Pair, planeOfAxes, REACH } from '../plane/geometry';
import { WHOLE } from '../plane/viewport';
import type { State } from '../store';

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
    if (latentSize !== state.latent.z.peek().length) {
      state.latent.z.value = new Array<number>(latentSize).fill(0);
      const axes: Pair = latentSize > 1 ? [0, 1] : [0, 0];
      state.plane.axes.value = axes;
      state.plane.shown.value = planeOfAxes(latentSize, axes);
      state.plane.window.value = WHOLE;
      state.plane.principal.value = false;
      state.plane.share.value = undefined;
      state.input.encoding.value = undefined;
      state.sliders.traversals.value = [];
      state.latent.linked.value = state.input.shown.peek().kind !== 'empty';
    }
    state.model.shown.value = { summary, run, step, version: (state.model.shown.peek()?.version ?? 0) + 1 };
  });
}

/** The class that a conditional model is told; others are told 0, so that nothing is asked anew for them. */
export const conditionOf = (state: State) =>
  computed(() => (state.model.shown.value?.summary.config.conditional ? state.latent.digitClass.value : 0));

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
      if (z.length === state.latent.z.peek().length && !state.latent.linked.peek())
        state.latent.decoded.value = { z, pixels, since };
    },
    report,
  );
  effect(() => {
    const z = state.latent.z.value;
    const digitClass = condition.value;
    // The encoding of an input brings its own reconstruction.
    if (!state.model.shown.value || state.latent.linked.value) return;
    const since = state.latent.movedAt.peek();
    state.latent.movedAt.value = undefined;
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

function keepTraversals(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const view = { extent: TRAVERSAL_EXTENT, count: TRAVERSAL_TILES };
  const traverse = latest(
    (z: readonly number[], digitClass: number) =>
      explorer.ask((it) => it.traversals({ ...view, z, digitClass })),
    (strips) => {
      state.sliders.traversals.value = strips;
      return pause(STRIPS_REST_MS);
    },
    report,
  );
  effect(() => {
    if (state.model.shown.value) traverse(state.latent.z.value, condition.value);
  });
}
