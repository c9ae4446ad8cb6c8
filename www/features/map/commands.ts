// What the map shows beside its tiles.

import { batch } from '@preact/signals-core';
import type { Pair } from '../../app/plane/geometry';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/clients/explorer';

/** Tiles become more when these would be wider than so many letters are high. */
const WIDEST = 2.5;

export type MapCommand =
  | { do: 'switch layer'; id: string; on: boolean }
  /** The page has laid the map out; a letter is so many of its pixels high. */
  | { do: 'size map'; size: Pair; letter: number }
  /** Decodes a point without moving z there; none ends it. */
  | { do: 'peek'; z: readonly number[] | undefined }
  | { do: 'point at sample'; index: number | undefined };

export const mapCommands = (state: State, explorer: Pick<ExplorerClient, 'ask'>): Handlers<MapCommand> => ({
  ...pointing(state, explorer),

  peek({ z }) {
    state.map.peekedAt.value = z;
  },

  'switch layer'({ id, on }) {
    state.map.layers.value = new Map(state.map.layers.peek()).set(id, on);
  },

  'size map'({ size, letter }) {
    batch(() => {
      state.map.size.value = size;
      state.map.widest.value = WIDEST * letter;
    });
  },
});

/** The test digit that is looked at in passing. */
function pointing(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
): Pick<Handlers<MapCommand>, 'point at sample'> {
  let pointed: number | undefined;
  return {
    async 'point at sample'({ index }) {
      if (index === pointed) return;
      pointed = index;
      const digit = index === undefined ? undefined : await explorer.ask((it) => it.data.testSample(index));
      if (index === pointed) state.map.pointed.value = digit;
    },
  };
}
