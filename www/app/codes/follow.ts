// Keeps the codes of the test digits in step with the model, while a feature needs them.

import { computed, effect } from '@preact/signals-core';
import type { ExplorerClient } from '../../engine/explorer-client';
import { latest } from '../latest';
import type { Model } from '../model/state';
import { wholeModel } from '../model/whole-model';
import type { State } from '../store';
import { CODES } from './state';

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
        state.codes.found.value = { ...codes, version, latentSize };
    },
    report,
  );
  // The principal axes are the codes' own.
  const wanted = computed(() => state.plane.principal.value || state.codes.wantedBy.value.size > 0);
  effect(() => {
    const model = wholeModel(state);
    if (model && wanted.value && state.codes.found.peek()?.version !== model.version) encode(model);
  });
}
