// What asks the explorer anew whenever what it answers from has changed: one line each.

import { keepAttributes } from './attributes';
import { keepCodes } from './codes';
import { keepCompared } from './comparing';
import { explore } from './explore';
import type { ExplorerClient } from './explorer-client';
import { keepNeighbours } from './neighbours';
import { keepPath } from './paths';
import { keepSamples } from './samples';
import { keepScores } from './scores';
import type { State } from './store';

type Follower = (state: State, explorer: ExplorerClient, report: (error: unknown) => void) => void;

export const followers: readonly Follower[] = [
  explore,
  keepCodes,
  keepSamples,
  keepNeighbours,
  keepScores,
  keepCompared,
  keepPath,
  keepAttributes,
];
