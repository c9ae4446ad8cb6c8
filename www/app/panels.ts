// Every panel and what stands around them, in the order in which they come to life: one line each.

import { showArticle } from '../features/article/view';
import { showClassChooser } from '../features/class-choice/view';
import { showComparedMaps } from '../features/compare/view';
import { showCurves } from '../features/curves/view';
import { showData } from '../features/data/view';
import { showEvaluation } from '../features/evaluation/view';
import { showInHiddenTab } from '../features/hidden-tab/view';
import { showInput } from '../features/input/view';
import { showKeyMap } from '../features/keys/view';
import { showMap } from '../features/map/view';
import { showShippedModels } from '../features/models/view';
import { showNetwork } from '../features/network/view';
import { showOutput } from '../features/output/view';
import { showPaths } from '../features/paths/view';
import { showPreferences } from '../features/preferences/view';
import { showProblem } from '../features/problem/view';
import { showReplay } from '../features/replay/view';
import { showRuns } from '../features/runs/view';
import { showSettings } from '../features/settings/view';
import { showSliders } from '../features/sliders/view';
import { showSlowMotion } from '../features/slow-motion/view';
import { showTraining } from '../features/training/view';
import { showStaticText } from '../ui/static-text';
import type { Send } from './send';
import type { State } from './store';

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
