// Keeps the directions of attributes in step with the test digits' codes.

import { computed, effect } from '@preact/signals-core';
import type { TestCodes } from '../../app/codes/state';
import { latest } from '../../app/latest';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';

type Asked = Pick<ExplorerClient, 'ask'>;
type Report = (error: unknown) => void;

export function keepDirections(state: State, explorer: Asked, report: Report) {
  const find = latest(
    ({ mu, logVar, labels, latentSize }: TestCodes) =>
      explorer.ask((it) => it.directions({ mu, logVar, labels }, latentSize)),
    (directions, { latentSize }) => {
      state.directions.found.value = { ...directions, latentSize };
    },
    report,
  );
  const wanted = computed(() => state.codes.wantedBy.value.has('directions'));
  effect(() => {
    if (wanted.value && state.codes.found.value) find(state.codes.found.value);
  });
}
