// What asks the explorer anew whenever what it answers from has changed: one line each.

import { keepAttributes } from './exploring/attributes';
import { keepCodes } from './exploring/codes';
import { explore } from './exploring/explore';
import type { ExplorerClient } from './exploring/explorer-client';
import { keepNeighbours } from './exploring/neighbours';
import { keepPath } from './exploring/paths';
import { keepPeek } from './exploring/peek';
import { keepSamples } from './exploring/samples';
import { keepScores } from './exploring/scores';
import type { State } from './store';
import { keepCompared } from './training/comparing';

type Follower = (state: State, explorer: ExplorerClient, report: (error: unknown) => void) => void;

export const followers: readonly Follower[] = [
  explore,
  keepCodes,
  keepSamples,
  keepNeighbours,
  keepScores,
  keepPeek,
  keepCompared,
  keepPath,
  keepAttributes,
];
