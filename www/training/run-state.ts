// Puts what the trainer tells of a run into the state.

import { batch } from '@preact/signals-core';
import type { BackendChoice, Order, Tidings, TidingsOf } from '../protocol';
import type { Ending } from '../state/training';
import type { State } from '../store';
import { emptyHistory, pointAt, upTo, withPoint } from './history';

/** Models and failures are for the training to deal with. */
export function placeTidings(state: State, tidings: Tidings) {
  batch(() => {
    if (tidings.kind === 'loading') state.loading.value = tidings.loading;
    if (tidings.kind === 'backend') placeBackend(state, tidings);
    if (tidings.kind === 'progress') placeProgress(state, tidings);
    if (tidings.kind === 'test') placeTest(state, tidings);
    if (tidings.kind === 'finished') placeEnding(state, tidings.why);
    if (tidings.kind === 'diverged') placeEnding(state, 'diverged');
  });
}

/** The backend that a run starts with: the chosen one, unless WebGPU does not train such a model. */
export function placeChoice({ choice, gpuTrains, startedWith, notices }: State): BackendChoice {
  startedWith.value = choice.value;
  if (gpuTrains.value) return choice.value;
  if (choice.value === 'webgpu') notices.value = [{ kind: 'not on WebGPU' }];
  return 'cpu';
}

/** `warm` is whether a worker waits for it. */
export function placeStart(state: State, { config, from }: Pick<Order, 'config' | 'from'>, warm: boolean) {
  batch(() => {
    state.phase.value = 'starting';
    if (!warm) state.loading.value = { what: 'worker' };
    state.config.value = config;
    state.history.value = upTo(state.history.value, from?.step ?? 0);
  });
}

export function clearRun(state: State) {
  batch(() => {
    state.phase.value = 'idle';
    state.ending.value = undefined;
    state.config.value = undefined;
    state.progress.value = undefined;
    state.test.value = undefined;
    state.epochTest.value = undefined;
    state.device.value = undefined;
    state.notices.value = [];
    state.history.value = emptyHistory();
  });
}

function placeBackend({ device: known, notices: said }: State, { device, notices }: TidingsOf<'backend'>) {
  known.value = device;
  if (notices.length > 0) said.value = notices;
}

function placeProgress({ history, progress }: State, told: TidingsOf<'progress'>) {
  const { position, terms, imagesPerSecond } = told;
  progress.value = { position, imagesPerSecond };
  history.value = { ...history.value, train: withPoint(history.value.train, pointAt(position, terms)) };
}

function placeTest({ history, test, epochTest }: State, { position, terms, digits }: TidingsOf<'test'>) {
  history.value = { ...history.value, test: withPoint(history.value.test, pointAt(position, terms)) };
  const measured = { terms, digits, epoch: position.epoch };
  if (position.stepInEpoch === position.stepsPerEpoch) epochTest.value = measured;
  else test.value = measured;
}

/** The explorer holds the last good model, or the best. */
function placeEnding({ phase, ending }: State, why: Ending) {
  phase.value = 'finished';
  ending.value = why;
}
