// What methods are called wherever they are shown, and what of a model they are.

import type { Method } from '../../../engine/protocol/uses';
import { wordsOf } from '../../../ui/text/panel-words';
import { en } from './en';
import { zh } from './zh';

export const restoredWords = wordsOf(en, zh);

const OF_MODEL: ReadonlySet<Method> = new Set<Method>([
  'encodeDecode',
  'encodedSamples',
  'optimised',
  'posteriorMean',
  'pseudoGibbs',
  'codesNeighbours',
  'codesProbe',
  'posteriorsProbe',
  'codesSemi',
  'codesSemiLabels',
  'codesGroups',
  'codesMixture',
  'likeliestClass',
  'codes',
  'lowElbo',
  'lowLikelihood',
  'twoSided',
  'complexityCorrected',
  'likelihoodRegret',
  'nearestCode',
  'prior',
  'aggregatedPosterior',
  'bitsBack',
  'ensemble',
  'bound',
]);

/** Rather than a plain one. */
export const isOfModel = (method: Method) => OF_MODEL.has(method);
