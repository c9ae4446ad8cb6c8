// The input beside its reconstruction: how they differ, and the terms of the ELBO, in nats and in bits.

import { computed, signal as signalOf } from '@preact/signals-core';
import type { PanelContext } from '../../app/feature';
import { ofInput } from '../../app/input/away';
import { dataOf } from '../../engine/data/spec';
import type { DataSpec, Encoding, ModelConfig } from '../../engine/protocol';
import { dataWords, isDensity, termsWords } from '../../ui/config-words';
import { meanDifference } from '../../ui/difference';
import { find, later, onRead } from '../../ui/dom';
import { paint, paintDifference, theme, wipe } from '../../ui/ink';
import { watch, watchValue } from '../../ui/lifetime';
import { isColour } from '../../ui/pixels';
import { rememberFold } from '../../ui/remember';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { decimal, nats } from '../../ui/words';
import { meanWords } from './mean-words';

/** The bar under the terms is this many nats long, or as long as the digit needs. */
const BAR_NATS = 250;
const TERMS = ['reconstruction', 'kl', 'elbo'] as const;

/** Where the input is corrupted there are two images to compare with. */
type Against = 'clean' | 'seen';

/** While z is elsewhere. */
function offerWayBack(root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const button = find(HTMLButtonElement, '#back-to-input', root);
  button.addEventListener('click', () => send({ do: 'follow input' }), { signal });
  watch(signal, () => {
    button.hidden = !state.input.away.value;
  });
}

export function showComparison(root: HTMLElement, context: PanelContext, signal: AbortSignal) {
  const { state } = context;
  ofInput(find(HTMLElement, '.trio', root), context, signal);
  offerWayBack(root, context, signal);
  ofInput(find(HTMLElement, '#terms', root), context, signal);
  const against = chooseImage(root, context, signal);
  const config = computed(() => state.model.shown.value?.summary.config);
  const corrupted = computed(() => state.input.corruption.value.damage.kind !== 'none');
  const empty = find(HTMLElement, '#trio-empty', root);
  watch(signal, () => {
    find(HTMLElement, '#difference-of', root).hidden = !isColour(shownData.value);
  });
  const fold = find(HTMLElement, '#terms', root);
  watchValue(
    signal,
    () => state.input.encoding.value === undefined,
    (blank) => {
      empty.hidden = !blank;
      fold.classList.toggle('blank', blank);
    },
  );
  const place = onRead(() => {
    const encoding = state.input.encoding.peek();
    placeTerms(root, encoding && termsOf(encoding, against.peek()));
  }, signal);
  watch(signal, () => {
    theme.value;
    text.value;
    paintTrio(root, state.input.encoding.value, against.value);
    place();
  });
  const name = later(() => {
    const shown = corrupted.peek() ? against.peek() : 'seen';
    nameTrio(root, state.input.encoding.peek(), shown, config.peek());
  }, signal);
  watch(signal, () => {
    text.value;
    state.input.encoding.value;
    corrupted.value;
    against.value;
    name();
  });
  const title = find(HTMLElement, 'summary', fold);
  const scope = find(HTMLElement, '#sample-scope', root);
  const inBits = find(HTMLDetailsElement, '#in-bits', root);
  const bitsScope = find(HTMLElement, '#bits-scope', root);
  rememberFold(inBits, 'all figures', signal);
  watch(signal, () => {
    if (!config.value) return;
    const { terms, termsAutoencoder } = text.value.output;
    fold.classList.toggle('autoencoder', config.value.deterministic);
    title.textContent = config.value.deterministic ? termsAutoencoder : terms;
    inBits.hidden = config.value.deterministic;
    inBits.classList.toggle('density', isDensity(config.value));
    bitsScope.textContent = bitsWords(config.value);
    const { ofClean, ofSeen } = text.value.output;
    const image = against.value === 'clean' ? ofClean : ofSeen;
    scope.textContent = (corrupted.value ? `${image} ` : '') + scopeWords(config.value);
  });
}

const termsOf = ({ terms, cleanTerms }: Encoding, against: Against) =>
  against === 'clean' ? cleanTerms : terms;

function chooseImage(root: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const against = signalOf<Against>('clean');
  const choice = find(HTMLFieldSetElement, '#compare', root);
  const clean = find(HTMLInputElement, '#compare-clean', choice);
  const choose = () => {
    against.value = clean.checked ? 'clean' : 'seen';
  };
  choice.addEventListener('change', choose, { signal });
  watch(signal, () => {
    choice.hidden = state.input.corruption.value.damage.kind === 'none';
  });
  return against;
}

function paintTrio(root: HTMLElement, encoding: Encoding | undefined, against: Against) {
  const input = find(HTMLCanvasElement, '#trio-input', root);
  const output = find(HTMLCanvasElement, '#trio-output', root);
  const difference = find(HTMLCanvasElement, '#trio-difference', root);
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
function nameTrio(
  root: HTMLElement,
  encoding: Encoding | undefined,
  against: Against,
  config: ModelConfig | undefined,
) {
  const words = text.peek().output;
  const named = {
    '#trio-input': words[against],
    '#trio-output': encoding ? words.fromMeanAt(meanWords(Array.from(encoding.mu), config)) : words.fromMean,
    '#trio-difference': encoding
      ? words.differenceOf(decimal(meanDifference(encoding[against], encoding.reconstruction), 0))
      : words.differenceImage,
  };
  for (const [canvas, name] of Object.entries(named))
    find(HTMLCanvasElement, canvas, root).setAttribute('aria-label', name);
}

function placeTerms(root: HTMLElement, terms: Encoding['terms'] | undefined) {
  // Of a density the reconstruction term may be below 0.
  const length = terms ? Math.max(BAR_NATS, Math.max(0, terms.reconstruction) + terms.kl) : BAR_NATS;
  find(HTMLElement, '#in-bits dd', root).textContent = terms
    ? decimal(-terms.elbo / Math.LN2 / pixelsIn(shownData.value), 3)
    : '–';
  for (const term of TERMS) {
    find(HTMLElement, `#sample-terms .${term} dd`, root).textContent = terms ? nats(terms[term]) : '–';
    if (term !== 'elbo')
      find(HTMLElement, `#sample-bar .${term}`, root).style.width =
        `${(100 * Math.max(0, terms?.[term] ?? 0)) / length}%`;
  }
}

const pixelsIn = ({ width, height }: DataSpec) => width * height;

function scopeWords(config: ModelConfig) {
  const { scope, scopeAutoencoder } = text.value.output;
  const words = config.deterministic ? scopeAutoencoder : scope;
  return words(dataWords(config)) + termsWords(config, 'mean');
}

function bitsWords(config: ModelConfig) {
  const { bitsNote, bitsDensity } = text.value.output;
  return isDensity(config) ? bitsDensity : bitsNote(pixelsIn(dataOf(config)));
}
