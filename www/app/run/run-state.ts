// What the state says of a run.

import { batch } from '@preact/signals-core';
import type { BackendChoice, Form, Order, RunConfig } from '../../engine/protocol';
import { cut, settled } from '../settings/course';
import type { State } from '../store';
import { emptyHistory, upTo } from './history';

/** The backend that a run starts with: the chosen one, unless WebGPU does not train such a model. */
export function placeChoice({
  settings: { choice, gpuTrains },
  run: { startedWith, notices },
}: State): BackendChoice {
  startedWith.value = choice.value;
  if (gpuTrains.value) return choice.value;
  if (choice.value === 'webgpu') notices.value = [{ kind: 'not on WebGPU' }];
  return 'cpu';
}

/** `warm` is whether a worker waits for it. */
export function placeStart(state: State, { config, from }: Pick<Order, 'config' | 'from'>, warm: boolean) {
  batch(() => {
    state.run.phase.value = 'starting';
    if (!warm) state.run.loading.value = { what: 'worker' };
    state.run.config.value = config;
    state.run.stepSeconds.value = undefined;
    state.run.ends.value = false;
    state.run.before.value = cut(state.run.before.value, from?.step ?? 0);
    state.run.history.value = upTo(state.run.history.value, from?.step ?? 0);
  });
}

/** Other settings of a run that goes on, from the step `at` on; infinitely far away until the trainer says which it was. */
export function placeChange(
  { run }: State,
  { config, texts }: { config: RunConfig; texts: Form },
  at: number,
) {
  const running = run.config.peek();
  if (!running) return;
  batch(() => {
    run.before.value = [...run.before.peek(), { until: at, config: running, texts: run.texts.peek() }];
    run.texts.value = texts;
    run.config.value = config;
  });
}

export function settleChange({ run: { before } }: State, step: number) {
  before.value = settled(before.peek(), step);
}

export function clearRun(state: State) {
  batch(() => {
    state.run.phase.value = 'idle';
    state.run.ending.value = undefined;
    state.run.config.value = undefined;
    state.run.texts.value = {};
    state.run.before.value = [];
    state.run.progress.value = undefined;
    state.run.stepSeconds.value = undefined;
    state.run.ends.value = false;
    state.run.test.value = undefined;
    state.run.epochTest.value = undefined;
    state.run.device.value = undefined;
    state.run.notices.value = [];
    state.run.history.value = emptyHistory();
  });
}
