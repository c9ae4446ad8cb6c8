// The input beside its reconstruction: how they differ, and the terms of the ELBO, in nats and in bits.

import { computed, effect, signal } from '@preact/signals-core';
import type { State } from '../../app/store';
import type { Encoding, ModelConfig } from '../../engine/protocol';
import { dataWords, densityWords, isDensity } from '../../ui/config-words';
import { meanDifference } from '../../ui/difference';
import { find, later } from '../../ui/dom';
import { paint, paintDifference, theme, wipe } from '../../ui/ink';
import { text } from '../../ui/text';
import { decimal, nats, pointWords } from '../../ui/words';

/** The bar under the terms is this many nats long, or as long as the digit needs. */
const BAR_NATS = 250;
const PIXELS = 784;
const TERMS = ['reconstruction', 'kl', 'elbo'] as const;

/** Where the input is corrupted there are two images to compare with. */
type Against = 'clean' | 'seen';

export function showComparison(state: State) {
  const against = chooseImage(state);
  const config = computed(() => state.model.shown.value?.summary.config);
  const corrupted = computed(() => state.input.corruption.value.damage.kind !== 'none');
  const empty = find(HTMLElement, '#trio-empty');
  effect(() => {
    theme.value;
    const encoding = state.input.encoding.value;
    empty.hidden = encoding !== undefined;
    paintTrio(encoding, against.value);
    placeTerms(encoding && termsOf(encoding, against.value));
  });
  const name = later(() => nameTrio(state.input.encoding.value, corrupted.value ? against.value : 'seen'));
  effect(() => {
    text.value;
    state.input.encoding.value;
    corrupted.value;
    against.value;
    name();
  });
  const terms = find(HTMLElement, '#digit-terms');
  const scope = find(HTMLElement, '#digit-scope');
  effect(() => {
    if (!config.value) return;
    terms.classList.toggle('autoencoder', config.value.deterministic);
    terms.classList.toggle('density', isDensity(config.value));
    const { ofClean, ofSeen } = text.value.output;
    const image = against.value === 'clean' ? ofClean : ofSeen;
    scope.textContent = (corrupted.value ? `${image} ` : '') + scopeWords(config.value);
  });
}

const termsOf = ({ terms, cleanTerms }: Encoding, against: Against) =>
  against === 'clean' ? cleanTerms : terms;

function chooseImage(state: State) {
  const against = signal<Against>('clean');
  const choice = find(HTMLFieldSetElement, '#compare');
  choice.addEventListener('change', () => {
    against.value = find(HTMLInputElement, '#compare-clean').checked ? 'clean' : 'seen';
  });
  effect(() => {
    choice.hidden = state.input.corruption.value.damage.kind === 'none';
  });
  return against;
}

function paintTrio(encoding: Encoding | undefined, against: Against) {
  const input = find(HTMLCanvasElement, '#trio-input');
  const output = find(HTMLCanvasElement, '#trio-output');
  const difference = find(HTMLCanvasElement, '#trio-difference');
  if (!encoding) {
    for (const canvas of [input, output, difference]) wipe(canvas);
    return;
  }
  const image = encoding[against];
  paint(input, image, '--input');
  paint(output, encoding.reconstruction, '--output');
  paintDifference(difference, image, encoding.reconstruction);
}

/** In words what the three show; the input's own words follow in the markup. */
function nameTrio(encoding: Encoding | undefined, against: Against) {
  const words = text.peek().output;
  const named = {
    '#trio-input': words[against],
    '#trio-output': encoding ? words.fromMeanAt(pointWords(Array.from(encoding.mu))) : words.fromMean,
    '#trio-difference': encoding
      ? words.differenceOf(decimal(meanDifference(encoding[against], encoding.reconstruction), 0))
      : words.differenceImage,
  };
  for (const [canvas, name] of Object.entries(named))
    find(HTMLCanvasElement, canvas).setAttribute('aria-label', name);
}

function placeTerms(terms: Encoding['terms'] | undefined) {
  // Of a density the reconstruction term may be below 0.
  const length = terms ? Math.max(BAR_NATS, Math.max(0, terms.reconstruction) + terms.kl) : BAR_NATS;
  find(HTMLElement, '#digit-terms .bits dd').textContent = terms
    ? decimal(-terms.elbo / Math.LN2 / PIXELS, 3)
    : '–';
  for (const term of TERMS) {
    find(HTMLElement, `#digit-terms .${term} dd`).textContent = terms ? nats(terms[term]) : '–';
    if (term !== 'elbo')
      find(HTMLElement, `#digit-bar .${term}`).style.width =
        `${(100 * Math.max(0, terms?.[term] ?? 0)) / length}%`;
  }
}

function scopeWords(config: ModelConfig) {
  const { scope, scopeAutoencoder, bitsNote, bitsDensity } = text.value.output;
  if (config.deterministic) return scopeAutoencoder(dataWords(config)) + densityWords(config);
  const density = isDensity(config);
  return `${scope(dataWords(config))}${densityWords(config)} ${density ? bitsDensity : bitsNote}`;
}
