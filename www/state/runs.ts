// The runs before: kept when a run is reset, to be compared and shown again.

import { signal } from '@preact/signals-core';
import type { TileBlock } from '../map/tiles';
import type { MapGrid, MapWindow } from '../map/viewport';
import type { Position, RunConfig } from '../protocol';
import type { History } from '../training/history';
import type { Ending, Measured } from './training';

/** What a person calls a run: a name given, or its number. */
export interface RunName {
  number: number;
  given: string;
}

export interface KeptRun {
  /** The model's run: see state/model. */
  run: number;
  name: RunName;
  /** Its colour and dashes: the kept runs have one each, from 0. */
  look: number;
  /** Whether its curves lie over those of the present run. */
  overlaid: boolean;
  config: RunConfig;
  history: History;
  position: Position;
  test: Measured | undefined;
  epochTest: Measured | undefined;
  ending: Ending | undefined;
  /** The last model, after so many steps. */
  weights: Uint8Array;
  step: number;
}

/** A model to compare: of a kept run, or the one that is shown. */
export type Side = number | 'shown';

/** Its map, of the window that the map has. */
export interface SidePicture {
  pixels: Uint8Array;
  block: TileBlock;
  window: MapWindow;
  grid: MapGrid;
  latentSize: number;
}

export const runsState = () => ({
  kept: signal<readonly KeptRun[]>([]),
  /** The present run's, or the next one's. */
  runName: signal<RunName>({ number: 1, given: '' }),
  /** Runs that had to go to make room for the last one that was kept. */
  dropped: signal<readonly RunName[]>([]),
  /** Whether two maps are looked at, of which models, and the maps. */
  comparing: signal(false),
  sides: signal<readonly [Side, Side]>(['shown', 'shown']),
  sidePictures: signal<readonly [SidePicture | undefined, SidePicture | undefined]>([undefined, undefined]),
});
