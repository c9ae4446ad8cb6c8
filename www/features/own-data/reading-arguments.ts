// How the command line is told to read the files that the page has read.

import { inTurn } from '../../engine/own-texts';
import type { ChosenFile, Imported } from '../../engine/protocol/importer';
import { OPTIONS, type Options } from './state';

/** Of the options those that the command line would not take for itself. */
export function readingArguments(chosen: readonly ChosenFile[], options: Options, set: Imported): string[] {
  const said = saying(options);
  const parted = [said('--test-share', ({ parting }) => parting.testShare), seed(said)].flat();
  if ('people' in set) {
    const main = chosen.find(({ path }) => path !== set.titles);
    const titles = set.titles ? ['--titles', set.titles] : [];
    return ['--data', main?.path ?? '', '--tastes', ...titles, ...tasting(said), ...parted];
  }
  if ('texts' in set) {
    const [main, test] = inTurn(chosen);
    const testing = test ? ['--test-texts', test.path] : parted;
    return ['--data', main?.path ?? '', '--words', ...testing];
  }
  return ['--data', placeOf(chosen), ...('lines' in set ? [] : pictures(said)), ...parted];
}

type Value = number | string | undefined;
type Say = (flag: string, value: (options: Options) => Value) => string[];

const saying =
  (options: Options): Say =>
  (flag, value) => {
    const said = value(options);
    return said === undefined || said === value(OPTIONS) ? [] : [flag, String(said)];
  };

const seed = (said: Say) => said('--split-seed', ({ parting }) => parting.seed);

const tasting = (said: Say) => [
  ...said('--liked', ({ tasting }) => tasting.liked),
  ...said('--least-people', ({ tasting }) => tasting.leastPeople),
  ...said('--least-items', ({ tasting }) => tasting.leastItems),
];

const pictures = (said: Say) => [
  ...said('--side', ({ preparation }) => preparation.side),
  ...said('--colour', ({ preparation }) => preparation.channels).slice(0, 1),
  ...said('--fit', ({ preparation }) => preparation.fit),
  ...said('--ink', ({ parting }) => parting.ink),
  ...said('--label-column', ({ preparation }) => preparation.layout.labelColumn),
  ...said('--tile', ({ preparation }) => preparation.layout.tile),
];

/** The only file, or the folder that all lie in; of files that were picked out of one, the folder is not told. */
function placeOf(chosen: readonly ChosenFile[]): string {
  const [first, ...others] = chosen.map(({ path }) => path);
  if (first === undefined || others.length === 0) return first ?? '.';
  const [top = ''] = first.split('/');
  return first.includes('/') && others.every((path) => path.startsWith(`${top}/`)) ? top : '.';
}
