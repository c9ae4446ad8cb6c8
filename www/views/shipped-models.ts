// The list of shipped models, and which model is shown.

import { computed, effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { State } from '../store';
import { find, option } from './dom';
import { runNameWords } from './run-words';

/** The run's model stands in the list beside the shipped ones, and so do those of the runs that were kept. */
const RUN = 'run';
const KEPT = 'kept ';

export function showShippedModels(state: State, send: Send) {
  const select = find(HTMLSelectElement, '#model');
  const words = find(HTMLElement, '#model-words');
  select.addEventListener('change', () => {
    const { value } = select;
    if (value === RUN) send({ do: 'show run' });
    else if (value.startsWith(KEPT)) send({ do: 'show kept', run: Number(value.slice(KEPT.length)) });
    else send({ do: 'choose model', file: value });
  });
  const hasRun = computed(() => state.phase.value !== 'idle' && state.phase.value !== 'starting');
  effect(() => {
    const shipped = state.models.value.map(({ file, name }) => option(file, name));
    if (shipped.length === 0) return;
    const own = hasRun.value ? [option(RUN, 'Yours, from training')] : [];
    const kept = state.kept.value.map(({ run, name }) => option(KEPT + run, runNameWords(name)));
    select.replaceChildren(...shipped, ...own, ...kept);
    select.disabled = false;
    select.value = chosen(state);
  });
  effect(() => {
    // A choice that failed is taken back.
    state.problem.value;
    select.value = chosen(state);
  });
  const described = computed(() => describe(state));
  effect(() => {
    words.textContent = described.value;
  });
}

function chosen({ arriving, model, shipped, kept }: State) {
  const run = model.value?.run ?? 0;
  if (arriving.value) return arriving.value.file;
  if (run === 0) return shipped.value;
  return kept.value.some((each) => each.run === run) ? KEPT + run : RUN;
}

function describe(state: State) {
  const { arriving, models, phase, shipped } = state;
  const found = (file: string) => models.value.find((model) => model.file === file);
  if (arriving.value) {
    const { file, part } = arriving.value;
    const percent = 20 * Math.floor(5 * part);
    return `Loading “${found(file)?.name ?? file}”: ${percent} %`;
  }
  if ((state.model.value?.run ?? 0) > 0) return 'The model that was trained in this tab, as it is now.';
  const words = found(shipped.value)?.words ?? '';
  const waits = phase.value === 'paused' ? ' Your run is paused: go on with it, or choose it here.' : '';
  return words + waits;
}
