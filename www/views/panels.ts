// Every panel and what stands around them, in the order in which they come to life: one line each.

import { showArticle } from '../article/article';
import type { Send } from '../commands';
import type { State } from '../store';
import { showClassChooser } from './class-chooser';
import { showComparedMaps } from './compared-maps';
import { showCurves } from './curves/curves';
import { showData } from './data';
import { showEvaluation } from './evaluation';
import { showInHiddenTab } from './hidden-tab';
import { showInput } from './input';
import { showKeyMap } from './key-map';
import { showMap } from './map/map';
import { showNetwork } from './network';
import { showOutput } from './output';
import { showPaths } from './paths';
import { showPreferences } from './preferences';
import { showProblem } from './problem';
import { showReplay } from './replay';
import { showRuns } from './runs';
import { showSettings } from './settings';
import { showShippedModels } from './shipped-models';
import { showSliders } from './sliders';
import { showSlowMotion } from './slow-motion';
import { showStaticText } from './static-text';
import { showTraining } from './training';

type Panel = (state: State, send: Send, report: (error: unknown) => void) => void;

export const panels: readonly Panel[] = [
  showStaticText,
  showMap,
  showSliders,
  showInput,
  showOutput,
  showNetwork,
  showReplay,
  showSlowMotion,
  showPaths,
  showTraining,
  showInHiddenTab,
  showCurves,
  showRuns,
  showComparedMaps,
  showSettings,
  showShippedModels,
  showClassChooser,
  showEvaluation,
  showData,
  showProblem,
  (_state, _send, report) => showPreferences(report),
  showKeyMap,
  showArticle,
];
