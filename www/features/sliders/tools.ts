// What the sliders' bars show, and what is done to all sliders at once.

import { computed, type ReadonlySignal, type Signal, untracked } from '@preact/signals-core';
import { meanKl } from '../../app/codes/statistics';
import type { PanelContext } from '../../app/feature';
import { hasInput } from '../../app/latent/fits';
import type { ReadonlyState } from '../../app/store';
import { isImage } from '../../engine/data/spec';
import type { ModelConfig } from '../../engine/protocol';
import { splitsKl } from '../../ui/config-words';
import { find } from '../../ui/dom';
import { atEnd, watch, watchValue } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { decimal, latentName } from '../../ui/words';
import { TYPED_REACH } from './row';

/** So many need no order. */
const FEW = 2;

export interface ShownKl {
  of: 'input' | 'codes';
  nats: ArrayLike<number>;
}

/** Of the input where there is one, else the mean of the test digits' codes where these are at hand. */
export function shownKl(state: ReadonlyState): ReadonlySignal<ShownKl | undefined> {
  const hasNone = computed(() => {
    const config = state.model.shown.value?.summary.config;
    return config !== undefined && !splitsKl(config);
  });
  const ofCodes = computed(() => {
    const { found, wantedBy } = state.codes;
    // Codes that nobody wants stay, though the model goes on.
    const isKept = wantedBy.value.size > 0 || state.plane.principal.value;
    const isNow = isKept || found.value?.version === state.model.shown.value?.version;
    return isNow ? found.value && meanKl(found.value, found.value.latentSize) : undefined;
  });
  return computed(() => {
    // Under a mixture as prior, or with a full covariance, no dimension has a KL of its own.
    if (hasNone.value) return undefined;
    const encoding = state.input.encoding.value;
    // An autoencoder has none.
    if (encoding && encoding.logVar.length > 0) return { of: 'input', nats: encoding.klPerDimension };
    const nats = ofCodes.value;
    return nats && { of: 'codes', nats };
  });
}

/** A number was typed that z cannot take, and what it is still. */
export interface Refused {
  dimension: number;
  /** What was typed. */
  came: string;
  kept: number;
}

interface Tools {
  kl: ReadonlySignal<ShownKl | undefined>;
  sorted: Signal<boolean>;
  /** Sorted for whatever reason. */
  bySize: ReadonlySignal<boolean>;
  /** Of what was typed last. */
  refused: Signal<Refused | undefined>;
}

export function showSliderTools(
  root: HTMLElement,
  { state, send }: PanelContext,
  { kl, sorted, bySize, refused }: Tools,
  signal: AbortSignal,
) {
  const words = find(HTMLElement, '#slider-words', root);
  const meaning = () => {
    const { ofInput, ofCodes } = text.value.sliders;
    return (kl.value && (kl.value.of === 'input' ? ofInput : ofCodes)) ?? '';
  };
  watchValue(
    signal,
    () => (refused.value ? refusedWords(refused.value) : meaning()),
    (said) => {
      words.textContent = said;
    },
  );
  watch(signal, () => {
    words.classList.toggle('error', refused.value !== undefined);
  });

  const sort = find(HTMLButtonElement, '#sort-sliders', root);
  watch(signal, () => {
    sort.setAttribute('aria-pressed', String(sorted.value));
    const config = state.model.shown.value?.summary.config;
    const canSort = config !== undefined && hasKl(config) && config.latentSize >= 2;
    // Of more than two dimensions it has the figures found.
    sort.disabled = !canSort || (!kl.value && config.latentSize <= FEW);
  });
  const turn = () => {
    sorted.value = !sorted.peek();
  };
  sort.addEventListener('click', turn, { signal });
  const wanted = computed(() => (bySize.value && state.latent.z.value.length > FEW) || wantsMean(state));
  watch(signal, () => {
    const { value } = wanted;
    untracked(() => send({ do: 'want codes', by: 'sliders', wanted: value }));
  });
  atEnd(signal, () => send({ do: 'want codes', by: 'sliders', wanted: false }));

  const reset = ({ timeStamp }: MouseEvent) => {
    refused.value = undefined;
    send({ do: 'move', z: state.latent.z.peek().map(() => 0), since: timeStamp });
  };
  find(HTMLButtonElement, '#reset-sliders', root).addEventListener('click', reset, { signal });
}

/** Without an input there are bars all the same: test texts are a short file, where test digits wait until they are asked for. */
function wantsMean(state: ReadonlyState): boolean {
  const config = state.model.shown.value?.summary.config;
  const rests = state.run.phase.value !== 'running';
  return config !== undefined && hasKl(config) && rests && !isImage(shownData.value) && !hasInput(state);
}

/** Of each dimension; an autoencoder has none. */
const hasKl = (config: ModelConfig) => !config.deterministic && splitsKl(config);

const refusedWords = ({ dimension, came, kept }: Refused) =>
  text.value.sliders.refused(latentName(dimension), TYPED_REACH, came, decimal(kept, 2));
