// What asks the explorer anew whenever what it answers from has changed: one line each.

import type { ExplorerClient } from '../engine/explorer-client';
import { keepSum } from '../features/arithmetic/follow';
import { keepCompared } from '../features/compare/follow';
import { keepDirections } from '../features/directions/follow';
import { keepPeek } from '../features/map/peek';
import { keepNeighbours } from '../features/neighbours/follow';
import { keepPath } from '../features/paths/follow';
import { keepSamples } from '../features/samples/follow';
import { keepScores } from '../features/score/follow';
import { keepCodes } from './codes/follow';
import { explore } from './latent/explore';
import type { State } from './store';

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
  keepDirections,
  keepSum,
];
