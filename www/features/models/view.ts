// The list of shipped models, and which model is shown.

import { computed } from '@preact/signals-core';
import { dataOfModel } from '../../app/data/state';
import type { Mount } from '../../app/feature';
import { UNTRAINED } from '../../app/model/state';
import { modelName, modelWords, nameOf, shapeWords, shippedOf } from '../../app/model/words';
import { runNameWords } from '../../app/run/words';
import type { ReadonlyState } from '../../app/store';
import { SITE_KEY } from '../../engine/data/spec';
import { setName } from '../../ui/data-names';
import { find, option } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { count, sentences } from '../../ui/words';

/** The run's model stands in the list beside the shipped ones, and so do those of the runs that were kept. */
const RUN = 'run';
const KEPT = 'kept ';
/** That which a run on a data set begins with. */
const DATA = 'data ';

export const mountWords: Mount = (root, context, signal) => {
  const { state } = context;
  const words = find(HTMLElement, '#model-words', root);
  const described = computed(() => describe(state));
  watch(signal, () => {
    words.textContent = described.value;
  });
  showTrainLike(root, context, signal);
};

export const mountChoice: Mount = (root, { state, send }, signal) => {
  const select = find(HTMLSelectElement, '#model', root);
  const choose = () => {
    const { value } = select;
    if (value === RUN) send({ do: 'show run' });
    else if (value.startsWith(KEPT)) send({ do: 'show kept', run: Number(value.slice(KEPT.length)) });
    else if (value.startsWith(DATA)) send({ do: 'choose data', key: value.slice(DATA.length) });
    else send({ do: 'choose model', file: value });
  };
  select.addEventListener('change', choose, { signal });
  const hasRun = computed(() => state.run.phase.value !== 'idle' && state.run.phase.value !== 'starting');
  watch(signal, () => {
    const { list, shipped: file } = state.model;
    if (list.value.length === 0) return;
    const own = hasRun.value ? [option(RUN, text.value.models.run)] : [];
    const kept = state.runs.kept.value.map(({ run, name }) => option(KEPT + run, runNameWords(name)));
    // One that is shown by its file's address is not among those of the list.
    const isListed = list.value.some((model) => model.file === file.value);
    const isNone = isListed || file.value === UNTRAINED;
    const viewed = isNone ? [] : [option(file.value, nameOf(list.value, file.value))];
    select.replaceChildren(...shippedOptions(state), ...viewed, ...own, ...kept);
    select.disabled = false;
    select.value = chosen(state);
  });
  watch(signal, () => {
    // A choice that failed is taken back.
    state.page.problem.value;
    select.value = chosen(state);
  });
};

/** By what they were trained on, once there is a choice. Of data without a model of its own that which a run begins with. */
function shippedOptions({ model: { list }, data: { sets } }: ReadonlyState): HTMLElement[] {
  const of = (key: string) => list.value.filter((model) => dataOfModel(model) === key);
  if (sets.value.length < 2) return of(SITE_KEY).map((model) => option(model.file, modelName(model)));
  return sets.value.map((set) => {
    const group = document.createElement('optgroup');
    group.label = setName(set);
    // A closed list shows no group, and but the beginning of a long name.
    const named = (name: string) => (set.key === SITE_KEY ? name : `${name} · ${setName(set)}`);
    const models = of(set.key).map((model) => option(model.file, named(modelName(model))));
    const none = option(DATA + set.key, named(text.value.models.untrained));
    group.append(...(models.length > 0 ? models : [none]));
    return group;
  });
}

/** Of a shipped model: a run's settings are in the form already. */
const showTrainLike: Mount = (root, { state, send }, signal) => {
  const button = find(HTMLButtonElement, '#train-like', root);
  button.addEventListener('click', () => send({ do: 'set as trained', file: state.model.shipped.peek() }), {
    signal,
  });
  watch(signal, () => {
    const { shown, arriving } = state.model;
    button.disabled = !shippedOf(state.model) || shown.value?.run !== 0 || arriving.value !== undefined;
  });
};

function chosen({ model: { arriving, shown: model, shipped }, runs: { kept }, data }: ReadonlyState) {
  const run = model.value?.run ?? 0;
  if (arriving.value) return arriving.value.file;
  if (run === 0) return shipped.value === UNTRAINED ? DATA + data.used.value?.key : shipped.value;
  return kept.value.some((each) => each.run === run) ? KEPT + run : RUN;
}

function describe(state: ReadonlyState) {
  const {
    model: { arriving, list: models },
    run: { phase },
  } = state;
  const words = text.value.models;
  if (arriving.value) {
    const { file, part } = arriving.value;
    const percent = 20 * Math.floor(5 * part);
    return words.loading(nameOf(models.value, file), count(percent));
  }
  const run = state.model.shown.value?.run ?? 0;
  if (run > 0) return ofRun(run, state);
  if (state.model.shipped.value === UNTRAINED) return words.untrainedWords;
  const model = shippedOf(state.model);
  const { sets } = text.value.data;
  // Of the map of two dimensions.
  const isFlat = model?.config.latentSize === 2;
  const shows = isFlat ? sets[state.data.used.value?.key ?? '']?.shows : undefined;
  return (model ? sentences(modelWords(model), shows) : '') + (phase.value === 'paused' ? words.paused : '');
}

/** One that was trained here, on another day, or that a file brought; and what it is. */
function ofRun(run: number, state: ReadonlyState): string {
  const config = state.model.shown.value?.summary.config;
  return sentences(whenOfRun(run, state), config && shapeWords(config, state.data.used.value?.key));
}

function whenOfRun(wanted: number, { runs, replay: { past } }: ReadonlyState): string {
  const words = text.value.models;
  const kept = runs.kept.value.find(({ run }) => run === wanted);
  if (kept) return words.kept(runNameWords(kept.name), count(kept.step));
  const name = runNameWords(runs.name.value);
  return past.value ? words.past(name, count(past.value.step)) : words.present(name);
}
