// Keeping runs: so many, and so many bytes of models; the oldest go first.

import { batch } from '@preact/signals-core';
import type { KeptRun, RunName } from '../../app/run/kept';
import { canGoOn } from '../../app/run/state';
import type { Last } from '../../app/run/training';
import { runNameWords } from '../../app/run/words';
import { madeWith } from '../../app/settings/course';
import type { State } from '../../app/store';
import type { From } from '../../engine/protocol';
import { text } from '../../ui/text';

export const MOST_RUNS = 6;
const MOST_BYTES = 256 * 2 ** 20;

/** Keeps the present run with its last model, what a reset throws away: whether there was one to keep. */
export function keepRun(state: State, run: number, { weights, step, exact }: Last) {
  const {
    runs: { kept, dropped },
    run: { config, texts, before, progress },
  } = state;
  if (!config.value || !progress.value) return false;
  const course = { config: config.value, texts: texts.value, before: before.value };
  const held = roomFor(weights.length, kept.value);
  const it: KeptRun = {
    run,
    name: state.runs.name.value,
    look: freeLook(held),
    overlaid: true,
    ...madeWith(course, Math.max(step, progress.value.position.step)),
    dataSet: state.data.used.value?.key,
    history: state.run.history.value,
    position: progress.value.position,
    test: state.run.test.value,
    epochTest: state.run.epochTest.value,
    ending: state.run.ending.value,
    weights,
    step,
    exact: exact ?? false,
  };
  const gone = kept.value.filter((before) => !held.includes(before));
  batch(() => {
    kept.value = [...held, it];
    nameNext(state);
    dropped.value = gone.length > 0 ? offerBack(state, gone) : [];
  });
  return true;
}

type Offer = NonNullable<State['undo']['offered']['value']>;

/** What each offer would bring back, and the names of those that it would not. */
const offers = new WeakMap<Offer, { back: readonly KeptRun[]; lost: readonly RunName[] }>();

/**
 * With those that are offered still: the runs of a sweep come without anybody who could press between them. As many as are
 * kept, and as large: the older ones are lost. Answers with the names of all.
 */
function offerBack(state: State, going: readonly KeptRun[]): readonly RunName[] {
  const { kept, dropped } = state.runs;
  const last = state.undo.offered.peek();
  const before = last && offers.get(last);
  const gone = [...(before?.back ?? []), ...going];
  const back = newestOf(gone);
  const lost = [...(before?.lost ?? []), ...namesOf(gone.filter((run) => !back.includes(run)))];
  const offer: Offer = {
    words: () => text.value.runs.dropped(namesOf(back).map(runNameWords)),
    undo: () =>
      batch(() => {
        kept.value = [...back, ...kept.value];
        dropped.value = lost;
      }),
    home: '#runs-title',
  };
  offers.set(offer, { back, lost });
  state.undo.offered.value = offer;
  return [...lost, ...namesOf(back)];
}

const namesOf = (runs: readonly KeptRun[]) => runs.map(({ name }) => name);

/** So many of them as are kept at most. */
function newestOf(runs: readonly KeptRun[]): readonly KeptRun[] {
  const newest = runs.slice(-1);
  return newest.flatMap(({ weights }) => [...roomFor(weights.length, runs.slice(0, -1)), ...newest]);
}

/** Takes a run from those that are kept: where it goes on from. */
export function takeUp(
  { runs: { kept } }: State,
  { run, weights, step, exact, position, ending }: KeptRun,
): From {
  kept.value = kept.value.filter((each) => each.run !== run);
  // Patience and a schedule have nothing left to train: more of it is a fresh start from the model.
  const goesOn = exact && (ending === undefined || canGoOn(ending));
  return { weights, step, seconds: position.seconds, ...(goesOn && { exact }) };
}

/** Keeps on a run that was taken up, and came to nothing more. */
export function putBack(state: State, run: KeptRun) {
  batch(() => {
    state.runs.kept.value = [...state.runs.kept.value, run];
    nameNext(state);
  });
}

/** A run that was deleted is where it was, and looks as it did unless another has taken its look. */
export function bringBack({ runs: { kept, dropped } }: State, run: KeptRun) {
  const held = roomFor(run.weights.length, kept.value);
  const taken = held.some(({ look }) => look === run.look);
  const after = held.findIndex(({ name }) => name.number > run.name.number);
  const place = after < 0 ? held.length : after;
  batch(() => {
    if (held.length < kept.value.length)
      dropped.value = namesOf(kept.value.filter((before) => !held.includes(before)));
    kept.value = held.toSpliced(place, 0, taken ? { ...run, look: freeLook(held) } : run);
  });
}

function nameNext({ runs: { kept, name: runName } }: State) {
  runName.value = { number: 1 + Math.max(...kept.value.map(({ name }) => name.number)), given: '' };
}

/** The runs, without so many of the oldest as leave room for a model of `bytes`. */
function roomFor(bytes: number, runs: readonly KeptRun[]): readonly KeptRun[] {
  const sum = runs.reduce((so, { weights }) => so + weights.length, bytes);
  const full = runs.length >= MOST_RUNS || sum > MOST_BYTES;
  return full && runs.length > 0 ? roomFor(bytes, runs.slice(1)) : runs;
}

function freeLook(runs: readonly KeptRun[]) {
  const taken = new Set(runs.map(({ look }) => look));
  return Array.from({ length: MOST_RUNS }, (_, look) => look).find((look) => !taken.has(look)) ?? 0;
}
