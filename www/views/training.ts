// The controls of training, and where the run stands.

import { computed, effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { Measured } from '../state/training';
import type { State } from '../store';
import { dataWords, kindWords, layersOf } from './config-words';
import { find, make } from './dom';
import { loadingWords, noticesWords } from './starting-words';
import { count, durationWords, nats } from './words';

export function showTraining(state: State, send: Send) {
  showControls(state, send);
  showStatus(state);
  showEnding(state);
  const notice = find(HTMLElement, '#notice');
  effect(() => {
    notice.hidden = state.notices.value.length === 0;
    notice.textContent = noticesWords(state.notices.value);
  });
}

function showControls(state: State, send: Send) {
  const start = find(HTMLButtonElement, '#start');
  const pause = find(HTMLButtonElement, '#pause');
  const step = find(HTMLButtonElement, '#step');
  const reset = find(HTMLButtonElement, '#reset');
  start.addEventListener('click', () => send({ do: 'start' }));
  pause.addEventListener('click', () => send({ do: 'pause' }));
  step.addEventListener('click', () => send({ do: 'step' }));
  reset.addEventListener('click', () => send({ do: 'reset' }));

  effect(() => {
    const phase = state.phase.value;
    const goes = phase === 'running' || phase === 'starting';
    const focused = document.activeElement;
    const over = phase === 'finished';
    start.disabled = !state.form.value || goes || over;
    step.disabled = !state.form.value || phase === 'starting' || over;
    pause.disabled = !goes;
    reset.disabled = phase === 'idle';
    start.classList.toggle('primary', !goes && !over);
    reset.classList.toggle('primary', over);
    pause.classList.toggle('primary', goes);
    document.body.classList.toggle('training-runs', goes);
    // A disabled button would drop the focus: its opposite takes it.
    if (focused === start && goes) pause.focus();
    if (focused === reset && phase === 'idle') start.focus();
    if ((focused === pause || focused === step) && over) reset.focus();
    if (focused === pause && phase === 'paused') start.focus();
  });
}

const ENDINGS: Record<NonNullable<State['ending']['value']>, string> = {
  patience:
    'Early stopping: the ELBO on digits held out from training got no better. The best model is shown; reset to train anew.',
  schedule: 'The schedule is over: the learning rate has reached 0. Reset to train anew.',
  diverged:
    'Training diverged: the loss is no longer a number. The last good model is shown; reset, and start again with a ' +
    'smaller learning rate or beta.',
};

function showEnding(state: State) {
  const words = find(HTMLElement, '#ending');
  effect(() => {
    const ending = state.ending.value;
    words.hidden = !ending;
    words.textContent = ending ? ENDINGS[ending] : '';
  });
}

function showStatus(state: State) {
  const where = find(HTMLElement, '#where');
  const bar = find(HTMLProgressElement, '#epoch-progress');
  const speed = find(HTMLElement, '#speed');
  const quality = find(HTMLElement, '#quality');
  // Loads of the model come several times a second; most change nothing that is said here.
  const modelWords = computed(() => describeModel(state));

  effect(() => {
    const at = state.progress.value;
    const phase = state.phase.value;
    bar.hidden = !at;
    if (!at) {
      where.textContent = phase === 'starting' ? loadingWords(state.loading.value) : modelWords.value;
      speed.textContent = '';
      return;
    }
    const { position, imagesPerSecond } = at;
    const { epoch, stepInEpoch, stepsPerEpoch, images, step } = position;
    bar.max = stepsPerEpoch;
    bar.value = stepInEpoch;
    const halt = phase === 'paused' ? 'Paused · ' : phase === 'finished' ? 'Finished · ' : '';
    where.textContent = `${halt}Epoch ${epoch} · step ${count(stepInEpoch)} of ${count(stepsPerEpoch)}`;
    const left = ((stepsPerEpoch - stepInEpoch) * (images / step)) / imagesPerSecond;
    speed.textContent =
      phase === 'running'
        ? `${count(imagesPerSecond)} images/s · ${durationWords(left)} left in the epoch`
        : `${count(step)} ${step === 1 ? 'step' : 'steps'}, ${count(images)} images seen`;
  });

  effect(() => {
    const { test, epochTest } = state;
    const words = [];
    if (test.value) words.push(qualityWords(state, test.value, 'first'));
    if (epochTest.value)
      words.push(`Epoch ${epochTest.value.epoch}: ${qualityWords(state, epochTest.value, 'all')}`);
    quality.replaceChildren(...words.map((line) => make('span', '', line)));
  });
}

function describeModel(state: State) {
  const model = state.model.value;
  if (!model) return 'Opening the shipped model…';
  const { config, parameters } = model.summary;
  const sizes = layersOf(config).join('–');
  const whose = model.run === 0 ? 'Shipped model, already trained' : 'Your model, not trained yet';
  return `${whose}: ${kindWords(config)} ${sizes}, ${dataWords(config)}, ${count(parameters)} parameters.`;
}

function qualityWords({ config }: State, { terms, digits }: Measured, which: string) {
  const model = config.peek()?.model;
  const figure = model?.deterministic
    ? `Reconstruction term ${nats(terms.reconstruction)}`
    : `ELBO ${nats(terms.elbo)}`;
  return `${figure} (test, ${which} ${count(digits)} digits, ${model?.dataView ?? ''})`;
}
