// Where the run stands, and how well it does.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { UNTRAINED } from '../../app/model/state';
import type { Measured } from '../../app/run/state';
import type { ReadonlyState } from '../../app/store';
import { dataWords, kindWords, layersOf, viewWords } from '../../ui/config-words';
import { find, make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { loadingWords } from '../../ui/starting-words';
import { text } from '../../ui/text';
import { count, durationWords, nats } from '../../ui/words';

export const showStatus: Mount = (root, context, signal) => {
  showWhere(root, context, signal);
  showQuality(root, context, signal);
};

const showWhere: Mount = (root, { state }, signal) => {
  const where = find(HTMLElement, '#where', root);
  const bar = find(HTMLProgressElement, '#epoch-progress', root);
  const speed = find(HTMLElement, '#speed', root);
  // Loads of the model come several times a second; most change nothing that is said here.
  const modelWords = computed(() => describeModel(state));

  watch(signal, () => {
    const at = state.run.progress.value;
    const phase = state.run.phase.value;
    const words = text.value.training;
    bar.hidden = !at?.position.stepsPerEpoch;
    if (!at) {
      where.textContent = phase === 'starting' ? loadingWords(state.run.loading.value) : modelWords.value;
      speed.textContent = '';
      return;
    }
    const { position, imagesPerSecond } = at;
    const { epoch, stepInEpoch, stepsPerEpoch, images, step } = position;
    if (stepsPerEpoch > 0) bar.max = stepsPerEpoch;
    bar.value = stepInEpoch;
    const halt = phase === 'paused' || phase === 'finished' ? words.halts[phase] : '';
    const place = stepsPerEpoch > 0 ? words.where(epoch, count(stepInEpoch), count(stepsPerEpoch)) : '';
    where.textContent = halt + place;
    const left = ((stepsPerEpoch - stepInEpoch) * (images / step)) / imagesPerSecond;
    speed.textContent =
      phase === 'running'
        ? words.speed(count(imagesPerSecond), durationWords(left))
        : words.sofar(step, count(step), count(images));
  });
};

const showQuality: Mount = (root, { state }, signal) => {
  const quality = find(HTMLElement, '#quality', root);
  watch(signal, () => {
    const {
      run: { test, epochTest },
    } = state;
    const lines = [];
    if (test.value)
      lines.push(text.value.training.ofStep(count(test.value.step), figureWords(state, test.value, 'first')));
    if (epochTest.value) {
      const { epoch } = epochTest.value;
      lines.push(text.value.training.ofEpoch(epoch, figureWords(state, epochTest.value, 'all')));
    }
    quality.replaceChildren(...lines.map((line) => make('span', '', line)));
  });
};

function describeModel(state: ReadonlyState) {
  const words = text.value.training;
  const model = state.model.shown.value;
  if (!model) return openingWords(state);
  const { config, parameters } = model.summary;
  const what = `${kindWords(config)} ${layersOf(config).join('–')}`;
  const mine = state.run.phase.value === 'idle' ? words.ofKept : words.untrained;
  const shipped = state.model.shipped.value === UNTRAINED ? words.fresh : words.shipped;
  const whose = model.run === 0 ? shipped : mine;
  return words.model(whose, what, dataWords(config), count(parameters));
}

function openingWords({ model: { opening } }: ReadonlyState) {
  const words = text.value.training;
  if (opening.value === 'failed') return words.notOpened;
  const { came, of } = opening.value ?? { came: 0, of: 0 };
  return of > 0 ? words.openingPart(kilobytes(came), kilobytes(of)) : words.opening;
}

const kilobytes = (bytes: number) => count(Math.round(bytes / 1000));

function figureWords(
  { run: { config } }: ReadonlyState,
  { terms, images }: Measured,
  which: 'first' | 'all',
) {
  const words = text.value.training;
  const model = config.peek()?.model;
  const figure = model?.deterministic
    ? `${text.value.terms.reconstruction} ${nats(terms.reconstruction)}`
    : `${text.value.terms.elbo} ${nats(terms.elbo)}`;
  return words.onTest(figure, which, count(images), model ? viewWords(model) : '');
}
