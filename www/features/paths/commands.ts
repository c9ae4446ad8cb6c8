// The path between two ends, and what moves z by itself.

import { batch } from '@preact/signals-core';
import { moveZ } from '../../app/latent/move';
import type { Vector } from '../../app/latent/vectors';
import type { ModelScope } from '../../app/model/scope';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/clients/explorer';
import type { Interpolation } from '../../engine/protocol';
import { prefersStillness } from '../../ui/stillness';
import { coded, TILES } from './follow';
import { placeOfTour, pointAt } from './motion';
import type { End, EndName, Ends, TourScope } from './state';

export type PathsCommand =
  /** An end goes to z, to a random test digit's code, or to the input's. */
  | { do: 'set end'; end: EndName; to: 'z' | 'test sample' | 'input' }
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
  /** By a pointer: who presses it by a key is told so. */
  | { do: 'draw path'; drawing: boolean; byKey?: boolean };

export function pathsCommands(
  state: State,
  model: Pick<ModelScope, 'ask'>,
  explorer: Pick<ExplorerClient, 'ask'>,
): Handlers<PathsCommand> {
  const setEnds = (ends: Partial<Ends>) =>
    batch(() => {
      // The model may have changed since an end was asked for.
      const fit = Object.values(ends).every(({ z }) => z.length === state.latent.z.value.length);
      state.paths.needsPointer.value = false;
      if (state.paths.ends.value && fit) state.paths.ends.value = { ...state.paths.ends.value, ...ends };
      showOnMap(state);
    });
  const goAlong = (t: number, since: number | undefined) => {
    const z = pointAt(state.paths.points.peek(), t);
    if (!z) return;
    batch(() => {
      state.paths.along.value = t;
      moveZ(state, z, since);
    });
  };

  return {
    async 'set end'({ end, to }) {
      const z = state.latent.z.value;
      const image =
        to === 'z' ? undefined : to === 'input' ? shownInput(state) : await anyTestSample(explorer);
      const { value } = await model.ask((it) => coded({ z, image }, it, state.latent.classIndex.value));
      setEnds({ [end]: value });
    },

    'place end': ({ end, z }) => setEnds({ [end]: { z, image: undefined } }),

    'swap ends'() {
      const ends = state.paths.ends.value;
      if (ends) setEnds({ a: ends.b, b: ends.a });
    },

    'choose interpolation'({ interpolation }) {
      showOnMap(state);
      state.paths.interpolation.value = interpolation;
    },

    'go along': ({ t, since }) => goAlong(t, since),

    /** Who wants no motion gets a step to the next tile instead. */
    play() {
      showOnMap(state);
      if (!prefersStillness()) state.paths.moving.value = 'path';
      else
        goAlong((Math.floor(state.paths.along.value * (TILES - 1) + 1.001) % TILES) / (TILES - 1), undefined);
    },

    /** Likewise a step to one of the places that it goes by. */
    tour() {
      if (!prefersStillness()) state.paths.moving.value = 'tour';
      else moveZ(state, placeOfTour(state), undefined);
    },

    'hold still'() {
      state.paths.moving.value = undefined;
    },

    'choose speed'({ speed }) {
      state.paths.speed.value = speed;
    },

    'choose tour'({ scope }) {
      state.paths.tourScope.value = scope;
    },

    /** Nobody draws on what they do not see: drawing switches the path on, though they had switched it off. */
    'draw path'({ drawing, byKey = false }) {
      const draws = drawing && !byKey;
      batch(() => {
        if (draws) switchOn(state);
        state.paths.drawing.value = draws;
        state.paths.needsPointer.value = drawing && byKey;
      });
    },
  };
}

/** Who deals with the path sees it on the map, unless they switched it off. */
function showOnMap(state: State) {
  if (!state.map.layers.value.has('path')) switchOn(state);
}

function switchOn(state: State) {
  state.map.layers.value = new Map(state.map.layers.value).set('path', true);
}

function shownInput(state: State): End['image'] {
  const {
    input: { shown: input, encoding },
  } = state;
  const label = input.value.kind === 'sample' ? input.value.label : undefined;
  return encoding.value && { pixels: encoding.value.seen, label };
}

async function anyTestSample(explorer: Pick<ExplorerClient, 'ask'>): Promise<End['image']> {
  const count = await explorer.ask((it) => it.data.openTest());
  return explorer.ask((it) => it.data.testSample(Math.floor(Math.random() * count)));
}
