// Makes the GPU ready while the person still looks at the page, so that a start has no wait.

import { effect } from '@preact/signals-core';
import { whenIdle } from '../async/idle';
import { savesData } from '../saves-data';
import type { State } from '../store';
import type { Training } from './training';

/**
 * When all that the page itself needs has come, unless the person saves data: the WebGPU build takes a megabyte. Once for
 * each trainer; settings that change later make some pipelines anew.
 */
export function warmUpAhead(state: State, training: Training, report: (error: unknown) => void) {
  if (savesData()) return;
  effect(() => {
    const wanted = state.run.phase.value === 'idle' && state.settings.choice.value !== 'cpu';
    if (wanted && state.data.testSamples.value) whenIdle(() => warmUp(state, training, report));
  });
}

function warmUp(state: State, training: Training, report: (error: unknown) => void) {
  const check = state.settings.check.peek();
  if (!check || check.errors.length > 0 || state.run.phase.peek() !== 'idle') return;
  training.warmUp(check.run).catch(report);
}
