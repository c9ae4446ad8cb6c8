import { computed } from '@preact/signals-core';
import { hasWords, isImage } from '../../../engine/data/spec';
import type { Case, Quantity } from '../../../engine/protocol/surveyor';
import { shownData } from '../../../ui/shown-data';
import { language } from '../../../ui/text';
import { panelOfPeople, panelOfTexts } from '../../../ui/text/other-samples';
import { wordsOf } from '../../../ui/text/panel-words';
import { count, decimal } from '../../../ui/words';
import { en, type Words } from './en';
import { zh } from './zh';

const ofImages = wordsOf<Words>(en, zh);

/** Of people where a sample is what somebody likes, of texts where it is the words of one. */
export const words = computed(() => {
  if (isImage(shownData.value)) return ofImages.value;
  const reworded = hasWords(shownData.value) ? panelOfTexts : panelOfPeople;
  return reworded(ofImages.value, language.value);
});

export function caseWords(of: Case, { cases }: Words): string {
  switch (of.kind) {
    case 'whole':
      return cases.whole;
    case 'noise':
      return cases.noise(decimal(of.sigma, 2));
    case 'saltAndPepper':
      return cases.saltAndPepper(Math.round(100 * of.share));
    case 'blur':
      return cases.blur(decimal(of.sigma, 1));
    case 'strokes':
      return cases.strokes(of.count);
    case 'erased':
      return cases.erased[of.part];
    case 'small':
      return cases.small(of.width, of.height);
    case 'labels':
      return cases.labels(count(of.count));
    case 'step':
      return cases.step(String(of.step));
    case 'blackAndWhite':
      return cases.blackAndWhite;
    case 'grey':
      return cases.grey;
    case 'shown':
      return of.what.kind === 'other' ? cases.shown.other(of.what.name) : cases.shown[of.what.kind];
  }
}

/** Shares are in per cent; other figures have as many digits as tell methods apart. */
export function valueWords(quantity: Quantity, value: number): string {
  if (['accuracy', 'shareBelow', 'neighboursKept'].includes(quantity)) return `${decimal(100 * value, 1)} %`;
  return decimal(value, DIGITS[quantity] ?? 3);
}

const DIGITS: Partial<Record<string, number>> = {
  psnr: 1,
  squaredError: 4,
  logLikelihood: 1,
  auroc: 4,
  frechetDistance: 1,
  nearestDistance: 2,
};
