// The path between two ends, and what moves z by itself.

import { batch } from '@preact/signals-core';
import type { Handlers } from '../commands';
import type { ExplorerClient } from '../exploring/explorer-client';
import { placeOfTour, pointAt } from '../exploring/motion';
import { moveZ } from '../exploring/move';
import { coded, TILES } from '../exploring/paths';
import type { Vector } from '../exploring/vectors';
import type { Interpolation } from '../protocol';
import type { End, EndName, Ends, TourScope } from '../state/paths';
import type { State } from '../store';
import { prefersStillness } from '../training/stillness';

export type PathsCommand =
  /** An end goes to z, to a random test digit's code, or to the input's. */
  | { do: 'set end'; end: EndName; to: 'z' | 'test digit' | 'input' }
  | { do: 'place end'; end: EndName; z: Vector }
  | { do: 'swap ends' }
  | { do: 'choose interpolation'; interpolation: Interpolation }
  /** z goes to `t` of the way, from 0 to 1. */
  | { do: 'go along'; t: number; since?: number }
  | { do: 'play' }
  | { do: 'tour' }
  | { do: 'hold still' }
  | { do: 'choose speed'; speed: number }
  | { do: 'choose tour'; scope: TourScope }
  | { do: 'draw path'; drawing: boolean };

export function pathsActions(state: State, explorer: Pick<ExplorerClient, 'ask'>): Handlers<PathsCommand> {
  const setEnds = (ends: Partial<Ends>) =>
    batch(() => {
      // The model may have changed since an end was asked for.
      const fit = Object.values(ends).every(({ z }) => z.length === state.z.value.length);
      if (state.ends.value && fit) state.ends.value = { ...state.ends.value, ...ends };
      showOnMap(state);
    });
  const goAlong = (t: number, since: number | undefined) => {
    const z = pointAt(state.path.peek(), t);
    // The path of a model of another size stays until the next one is found.
    if (z?.length !== state.z.peek().length) return;
    batch(() => {
      state.along.value = t;
      moveZ(state, z, since);
    });
  };

  return {
    async 'set end'({ end, to }) {
      const z = state.z.value;
      const image =
        to === 'z' ? undefined : to === 'input' ? shownInput(state) : await anyTestDigit(explorer);
      setEnds({ [end]: await coded({ z, image }, explorer, state.digitClass.value) });
    },

    'place end': ({ end, z }) => setEnds({ [end]: { z, image: undefined } }),

    'swap ends'() {
      const ends = state.ends.value;
      if (ends) setEnds({ a: ends.b, b: ends.a });
    },

    'choose interpolation'({ interpolation }) {
      showOnMap(state);
      state.interpolation.value = interpolation;
    },

    'go along': ({ t, since }) => goAlong(t, since),

    /** Who wants no motion gets a step to the next tile instead. */
    play() {
      showOnMap(state);
      if (!prefersStillness()) state.moving.value = 'path';
      else goAlong((Math.floor(state.along.value * (TILES - 1) + 1.001) % TILES) / (TILES - 1), undefined);
    },

    /** Likewise a step to one of the places that it goes by. */
    tour() {
      if (!prefersStillness()) state.moving.value = 'tour';
      else moveZ(state, placeOfTour(state), undefined);
    },

    'hold still'() {
      state.moving.value = undefined;
    },

    'choose speed'({ speed }) {
      state.speed.value = speed;
    },

    'choose tour'({ scope }) {
      state.tourScope.value = scope;
    },

    /** Nobody draws on what they do not see: drawing switches the path on, though they had switched it off. */
    'draw path'({ drawing }) {
      batch(() => {
        if (drawing) switchOn(state);
        state.drawingPath.value = drawing;
      });
    },
  };
}

/** Who deals with the path sees it on the map, unless they switched it off. */
function showOnMap(state: State) {
  if (!state.mapLayers.value.has('path')) switchOn(state);
}

function switchOn(state: State) {
  state.mapLayers.value = new Map(state.mapLayers.value).set('path', true);
}

function shownInput(state: State): End['image'] {
  const { input, encoding } = state;
  const label = input.value.kind === 'digit' ? input.value.label : undefined;
  return encoding.value && { pixels: encoding.value.seen, label };
}

async function anyTestDigit(explorer: Pick<ExplorerClient, 'ask'>): Promise<End['image']> {
  const count = await explorer.ask((it) => it.openTestDigits());
  return explorer.ask((it) => it.testDigit(Math.floor(Math.random() * count)));
}
