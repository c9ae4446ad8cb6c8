// What is done to the input before the model sees it: which damage, how much, and another draw of it.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import type { Damage } from '../../engine/protocol';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { DENOISING_MODEL } from '../models/state';
import { CORRUPTIONS, isKind, type Kind } from './kinds';

export function chooseCorruption(state: State, send: Send) {
  const kind = find(HTMLSelectElement, '#damage');
  const strength = find(HTMLInputElement, '#strength');
  const words = find(HTMLElement, '#damage-words');
  const again = find(HTMLButtonElement, '#damage-again');
  /** Each kind keeps its strength. */
  const chosen = new Map<Kind, number>();

  const corrupt = (seed: number) => {
    const damage = isKind(kind.value)
      ? CORRUPTIONS[kind.value].damage(strength.valueAsNumber)
      : { kind: 'none' as const };
    send({ do: 'corrupt', corruption: { damage, seed } });
  };
  kind.addEventListener('change', () => {
    if (isKind(kind.value)) {
      const { min, max, step, start } = CORRUPTIONS[kind.value];
      Object.assign(strength, { min, max, step, value: chosen.get(kind.value) ?? start });
    }
    corrupt(state.input.corruption.peek().seed);
  });
  strength.addEventListener('input', () => {
    if (isKind(kind.value)) chosen.set(kind.value, strength.valueAsNumber);
    corrupt(state.input.corruption.peek().seed);
  });
  again.addEventListener('click', () => corrupt(state.input.corruption.peek().seed + 1));

  effect(() => {
    const { damage } = state.input.corruption.value;
    const degree = describeStrength(damage);
    strength.disabled = damage.kind === 'none';
    // The same square becomes the same mean.
    again.disabled = damage.kind === 'none' || damage.kind === 'lowResolution';
    strength.setAttribute('aria-valuetext', degree);
    find(HTMLElement, '#strength-words').textContent = degree;
    words.hidden = damage.kind === 'none';
    words.textContent = damage.kind === 'none' ? '' : text.value.corruption.repairs[damage.kind];
  });
  offerDenoising(state, send);
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
      return lowResolution(28 / damage.factor);
  }
}

/** Where noise or holes are to be undone, and another model shows. */
function offerDenoising(state: State, send: Send) {
  const offer = find(HTMLElement, '#denoise');
  find(HTMLButtonElement, 'button', offer).addEventListener('click', () =>
    send({ do: 'choose model', file: DENOISING_MODEL }),
  );
  effect(() => {
    const { kind } = state.input.corruption.value.damage;
    const listed = state.models.list.value.some(({ file }) => file === DENOISING_MODEL);
    const shown = state.model.shown.value?.run === 0 && state.model.shipped.value === DENOISING_MODEL;
    offer.hidden = kind === 'none' || kind === 'lowResolution' || !listed || shown;
  });
}
