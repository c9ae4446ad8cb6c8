// Every point of the curves, as CSV.

import { csvBlob } from '../../app/export/csv';
import type { Make } from '../../app/export/exports';
import { AXES, type History, TERMS } from '../../app/run/history';
import { differencesWords, runNameWords } from '../../app/run/words';

const COLUMNS = [...AXES, ...TERMS];

/** Of the kept runs and the present one, each by its name and by what sets it apart. */
export const makeCurves: Make = async ({ state: { run, runs } }) => {
  const present = {
    ...{ name: runs.name.peek(), history: run.history.peek() },
    ...{ texts: run.texts.peek(), before: run.before.peek() },
  };
  const all = [...runs.kept.peek(), present];
  const differ = differencesWords(all);
  const named = all.map(({ name, history }, index) => ({
    name: [runNameWords(name), differ[index]].filter(Boolean).join(' · '),
    history,
  }));
  return csvBlob(['run', 'split', ...COLUMNS], named.flatMap(rowsOfRun));
};

/** Nats an image. */
export const rowsOfRun = ({ name, history }: { name: string; history: History }) =>
  (['train', 'test'] as const).flatMap((split) =>
    history[split].images.map((_, index) => [
      name,
      split,
      ...COLUMNS.map((column) => history[split][column][index] ?? ''),
    ]),
  );
