// Keeps the codes of the test digits in step with the model, while a feature needs them.

import { computed, effect } from '@preact/signals-core';
import { latest } from '../latest';
import { CODES } from '../state/codes';
import type { Model } from '../state/model';
import type { State } from '../store';
import type { ExplorerClient } from './explorer-client';
import { wholeModel } from './whole-model';

export function keepCodes(
  state: State,
  explorer: Pick<ExplorerClient, 'ask'>,
  report: (error: unknown) => void,
) {
  const encode = latest(
    (_model: Model) => explorer.ask((it) => it.codes('t10k', CODES)),
    (codes, { version, summary }) => {
      const { latentSize } = summary.config;
      // The model may have changed while it was asked.
      if (codes.mu.length === codes.labels.length * latentSize)
        state.codes.value = { ...codes, version, latentSize };
    },
    report,
  );
  // The principal axes are the codes' own.
  const wanted = computed(() => state.principal.value || state.codesWantedBy.value.size > 0);
  effect(() => {
    const model = wholeModel(state);
    if (model && wanted.value && state.codes.peek()?.version !== model.version) encode(model);
  });
}
