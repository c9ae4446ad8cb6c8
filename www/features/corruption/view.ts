// What is done to the input before the model sees it: which damage, how much, and another draw of it.

import { computed } from '@preact/signals-core';
import type { Mount, PanelContext } from '../../app/feature';
import type { Damage } from '../../engine/protocol';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { isColour } from '../../ui/pixels';
import { shownData } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { decimal, sentences } from '../../ui/words';
import { CORRUPTIONS, isKind, type Kind } from './kinds';

export const mount: Mount = (root, context, signal) => {
  chooseDamage(root, context, signal);
  describeDamage(root, context, signal);
  offerDenoising(root, context, signal);
};

function chooseDamage(root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const kind = find(HTMLSelectElement, '#damage', root);
  const strength = find(HTMLInputElement, '#strength', root);
  /** Each kind keeps its strength. */
  const chosen = new Map<Kind, number>();
  const corrupt = (draws = 0) => {
    const damage = isKind(kind.value)
      ? CORRUPTIONS[kind.value].damage(strength.valueAsNumber)
      : { kind: 'none' as const };
    send({ do: 'corrupt', corruption: { damage, seed: state.input.corruption.peek().seed + draws } });
  };
  const chooseKind = () => {
    const model = state.model.shown.peek();
    if (isKind(kind.value) && model) {
      const { min, max: most, step, start } = CORRUPTIONS[kind.value];
      const max = most(model.summary.inkBox);
      Object.assign(strength, { min, max, step, value: chosen.get(kind.value) ?? start });
    }
    corrupt();
  };
  const chooseStrength = () => {
    if (isKind(kind.value)) chosen.set(kind.value, strength.valueAsNumber);
    corrupt();
  };
  kind.addEventListener('change', chooseKind, { signal });
  strength.addEventListener('input', chooseStrength, { signal });
  find(HTMLButtonElement, '#damage-again', root).addEventListener('click', () => corrupt(1), { signal });
}

function describeDamage(root: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const strength = find(HTMLInputElement, '#strength', root);
  const strengthWords = find(HTMLElement, '#strength-words', root);
  const again = find(HTMLButtonElement, '#damage-again', root);
  const words = find(HTMLElement, '#damage-words', root);
  watch(signal, () => {
    const { damage } = state.input.corruption.value;
    const degree = describeStrength(damage);
    strength.disabled = damage.kind === 'none';
    // The same square becomes the same mean.
    again.disabled = damage.kind === 'none' || damage.kind === 'lowResolution';
    strength.setAttribute('aria-valuetext', degree);
    strengthWords.textContent = degree;
    words.hidden = damage.kind === 'none';
    const { onPad, repairs } = text.value.corruption;
    // Through colours nothing is seen of what lies behind them.
    const shown = isColour(shownData.value) ? '' : onPad;
    words.textContent = damage.kind === 'none' ? '' : sentences(shown, repairs[damage.kind]);
  });
}

function describeStrength(damage: Damage): string {
  const { noise, mask, block, lowResolution } = text.value.corruption.strengths;
  switch (damage.kind) {
    case 'none':
      return '';
    case 'noise':
      return noise(decimal(damage.sigma, 2));
    case 'mask':
      return mask(Math.round(100 * damage.share));
    case 'block':
      return block(damage.side);
    case 'lowResolution':
      return lowResolution(shownData.value.width / damage.factor);
  }
}

/** Where noise or holes are to be undone, and another model shows. */
function offerDenoising(root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const offer = find(HTMLElement, '#denoise', root);
  /** The shipped model that was trained to undo noise. */
  const denoising = computed(() => state.model.list.value.find(({ noise }) => noise > 0)?.file);
  const choose = () => {
    const file = denoising.peek();
    if (file) send({ do: 'choose model', file });
  };
  find(HTMLButtonElement, 'button', offer).addEventListener('click', choose, { signal });
  watch(signal, () => {
    const { kind } = state.input.corruption.value.damage;
    const shown = state.model.shown.value?.run === 0 && state.model.shipped.value === denoising.value;
    offer.hidden = kind === 'none' || kind === 'lowResolution' || !denoising.value || shown;
  });
}
