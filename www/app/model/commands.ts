// The model that the page opens with, until another one has come.

import { given } from '../async/given';
import type { Page } from '../page';
import type { Handlers } from '../send';
import { OpeningModel } from './opening-model';

export type ModelCommand =
  | { do: 'open model' }
  /** Its encoder too. */
  | { do: 'complete model' };

export function modelCommands({ state, model, load, hearOpening, send }: Page): Handlers<ModelCommand> {
  const opening = new OpeningModel(load);
  const isThere = () => state.model.shown.peek()?.run === 0;

  model.openShipped = () => send({ do: 'open model' });

  return {
    async 'open model'() {
      if (isThere()) return;
      state.model.opening.value = { came: 0, of: 0 };
      try {
        const weights = await opening.decodable(hearOpening('decoder'));
        // Another one may have been chosen meanwhile.
        if (!isThere()) await model.open(weights);
      } catch (error) {
        state.model.opening.value = 'failed';
        throw error;
      }
      await given(state.latent.decoded);
      send({ do: 'complete model' });
    },

    async 'complete model'() {
      if (!state.model.whole.peek()) await model.complete(await opening.whole());
    },
  };
}
