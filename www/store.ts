// The state of the page, of one slice for each subject. Views read it and send commands; only the controllers write it.

import type { BackendChoice } from './protocol';
import { asidesState } from './state/asides';
import { attributesState } from './state/attributes';
import { codesState } from './state/codes';
import { digitsState } from './state/digits';
import { evaluatingState } from './state/evaluating';
import { exploringState } from './state/exploring';
import { exportState } from './state/export';
import { inputState } from './state/input';
import { mapState } from './state/map';
import { modelState } from './state/model';
import { pageState } from './state/page';
import { pathsState } from './state/paths';
import { replayState } from './state/replay';
import { runsState } from './state/runs';
import { samplesState } from './state/samples';
import { settingsState } from './state/settings';
import { slowMotionState } from './state/slow-motion';
import { trainingState } from './state/training';

export const createState = (backend: BackendChoice) => ({
  ...modelState(),
  ...exploringState(),
  ...mapState(),
  ...codesState(),
  ...asidesState(),
  ...inputState(),
  ...samplesState(),
  ...digitsState(),
  ...trainingState(),
  ...replayState(),
  ...runsState(),
  ...slowMotionState(),
  ...settingsState(backend),
  ...evaluatingState(),
  ...pathsState(),
  ...attributesState(),
  ...exportState(),
  ...pageState(),
});

export type State = ReturnType<typeof createState>;
