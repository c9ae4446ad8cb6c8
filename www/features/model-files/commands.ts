// The model that is shown, as files that other programs read.

import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';

export type ModelFilesCommand = { do: 'save for'; use: Use };

export type Use = 'pytorch' | 'encoder' | 'decoder';

export const modelFilesCommands = ({ model }: Page): Handlers<ModelFilesCommand> => ({
  async 'save for'({ use }) {
    const [{ saveFor }, weights] = await Promise.all([import('./save'), model.weights()]);
    saveFor(use, weights);
  },
});
