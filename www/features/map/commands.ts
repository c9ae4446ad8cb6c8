// What the map shows beside its tiles.

import type { Pair } from '../../app/plane/geometry';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/clients/explorer';

export type MapCommand =
  | { do: 'switch layer'; id: string; on: boolean }
  /** The page has laid the map out. */
  | { do: 'size map'; size: Pair }
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

  'size map'({ size }) {
    state.map.size.value = size;
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
