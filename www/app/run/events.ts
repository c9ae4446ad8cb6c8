// What the trainer tells of a run, as the state says it.

import { batch } from '@preact/signals-core';
import type { Tested, TrainerEvent, TrainerEventOf } from '../../engine/protocol';
import type { State } from '../store';
import { pointAt, withPoint } from './history';
import type { Ending } from './state';

/** Of all but those that training itself acts upon. */
export function placeEvent(
  state: State,
  event: Exclude<TrainerEvent, TrainerEventOf<'failed'> | TrainerEventOf<'timed'>>,
) {
  switch (event.kind) {
    case 'loading':
      state.run.loading.value = event.loading;
      return;
    case 'backend':
      return placeBackend(state, event);
    case 'slow':
      state.run.stepSeconds.value = event.seconds;
      return;
    case 'progress':
      return placeProgress(state, event);
    case 'tests':
      return batch(() => {
        for (const test of event.tests) placeTest(state, test);
      });
    case 'finished':
      return placeEnding(state, event.why);
    case 'diverged':
      return placeEnding(state, 'diverged');
    default:
      return event satisfies never;
  }
}

function placeBackend(
  { run: { device: known, notices: said } }: State,
  { device, notices }: TrainerEventOf<'backend'>,
) {
  known.value = device;
  if (notices.length > 0) said.value = notices;
}

function placeProgress({ run: { history, progress } }: State, told: TrainerEventOf<'progress'>) {
  const { position, terms, imagesPerSecond } = told;
  progress.value = { position, imagesPerSecond };
  history.value = { ...history.value, train: withPoint(history.value.train, pointAt(position, terms)) };
}

function placeTest({ run: { history, test, epochTest } }: State, { position, terms, images }: Tested) {
  history.value = { ...history.value, test: withPoint(history.value.test, pointAt(position, terms)) };
  const measured = { terms, images, epoch: position.epoch, step: position.step };
  if (position.stepInEpoch === position.stepsPerEpoch) epochTest.value = measured;
  else test.value = measured;
}

/** The explorer holds the last good model, or the best. */
function placeEnding({ run: { phase, ending } }: State, why: Ending) {
  phase.value = 'finished';
  ending.value = why;
}
