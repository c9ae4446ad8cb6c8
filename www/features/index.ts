// Every feature of the page, in the order in which they come to life: one line each.

import type { AnyFeature } from '../app/feature';
import { anomaly } from './anomaly';
import { arithmetic } from './arithmetic';
import { article } from './article';
import { classChoice } from './class-choice';
import { compare } from './compare';
import { compress } from './compress';
import { corruption } from './corruption';
import { curves } from './curves';
import { dataWords } from './data';
import { denoise } from './denoise';
import { directions } from './directions';
import { enlarge } from './enlarge';
import { evaluation } from './evaluation';
import { exporting } from './export';
import { firstMinute } from './first-minute';
import { generate } from './generate';
import { hiddenTab } from './hidden-tab';
import { inputPanel } from './input';
import { keys } from './keys';
import { layout } from './layout';
import { lecture } from './lecture';
import { link } from './link';
import { longStep } from './long-step';
import { map } from './map';
import { modelFiles } from './model-files';
import { models } from './models';
import { neighbours } from './neighbours';
import { network } from './network';
import { newerVersion } from './newer-version';
import { output } from './output';
import { ownData } from './own-data';
import { paths } from './paths';
import { preferences } from './preferences';
import { problem } from './problem';
import { putToUse } from './put-to-use';
import { recommend } from './recommend';
import { reduce } from './reduce';
import { repair } from './repair';
import { replay } from './replay';
import { runs } from './runs';
import { samples } from './samples';
import { saved } from './saved';
import { score } from './score';
import { settingsForm } from './settings';
import { sliders } from './sliders';
import { slowMotion } from './slow-motion';
import { sort } from './sort';
import { survey } from './survey';
import { sweep } from './sweep';
import { texts } from './texts';
import { tour } from './tour';
import { training } from './training';
import { transport } from './transport';
import { undo } from './undo';
import { words } from './words';

export const features: readonly AnyFeature[] = [
  // It says what comes of all others.
  problem,
  // Of the header, which a person sees and presses first.
  preferences,
  transport,
  map,
  link,
  sliders,
  inputPanel,
  corruption,
  output,
  recommend,
  texts,
  words,
  score,
  samples,
  neighbours,
  network,
  replay,
  slowMotion,
  paths,
  arithmetic,
  directions,
  exporting,
  putToUse,
  denoise,
  repair,
  enlarge,
  compress,
  generate,
  reduce,
  anomaly,
  sort,
  lecture,
  tour,
  keys,
  training,
  longStep,
  hiddenTab,
  curves,
  runs,
  saved,
  modelFiles,
  ownData,
  layout,
  sweep,
  compare,
  settingsForm,
  models,
  classChoice,
  evaluation,
  survey,
  dataWords,
  firstMinute,
  undo,
  newerVersion,
  article,
];
