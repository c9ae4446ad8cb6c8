// The state of the page, a name for each room and feature that has some. Views read it and send commands; only controllers
// write it.

import type { BackendChoice } from '../engine/protocol';
import { arithmeticState } from '../features/arithmetic/state';
import { articleState } from '../features/article/state';
import { compareState } from '../features/compare/state';
import { directionsState } from '../features/directions/state';
import { evaluationState } from '../features/evaluation/state';
import { exportState } from '../features/export/state';
import { mapState } from '../features/map/state';
import { modelsState } from '../features/models/state';
import { neighboursState } from '../features/neighbours/state';
import { pathsState } from '../features/paths/state';
import { replayState } from '../features/replay/state';
import { runsState } from '../features/runs/state';
import { samplesState } from '../features/samples/state';
import { scoreState } from '../features/score/state';
import { slidersState } from '../features/sliders/state';
import { slowMotionState } from '../features/slow-motion/state';
import { codesState } from './codes/state';
import { dataState } from './data/state';
import { inputState } from './input/state';
import { latentState } from './latent/state';
import { modelState } from './model/state';
import { pageState } from './page/state';
import { planeState } from './plane/state';
import { runState } from './run/state';
import { settingsState } from './settings/state';

export function createState(backend: BackendChoice) {
  const run = runState();
  return {
    model: modelState(),
    latent: latentState(),
    plane: planeState(),
    input: inputState(),
    data: dataState(),
    codes: codesState(),
    run,
    settings: settingsState(backend, run),
    page: pageState(),
    map: mapState(),
    sliders: slidersState(),
    samples: samplesState(),
    neighbours: neighboursState(),
    score: scoreState(),
    models: modelsState(),
    paths: pathsState(),
    arithmetic: arithmeticState(),
    directions: directionsState(),
    export: exportState(),
    replay: replayState(),
    runs: runsState(),
    compare: compareState(),
    slowMotion: slowMotionState(),
    evaluation: evaluationState(),
    article: articleState(),
  };
}

export type State = ReturnType<typeof createState>;
