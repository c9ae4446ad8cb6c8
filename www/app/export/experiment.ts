// An experiment as one file: what is in its experiment.json, and how it is read again.

import { unzipSync } from 'fflate';
import { Failed } from '../../engine/failure/failure';
import type { Form, Position, RunConfig } from '../../engine/protocol';
import { sha256 } from '../../engine/sha256';
import { AXES, type Curve, type History, TERMS } from '../run/history';
import type { Ending, Measured } from '../run/state';
import type { Stretch } from '../settings/course';
import { DESCRIPTION, MOST_BYTES, WEIGHTS } from './experiment-files';

export const FORMAT = 'latent-explorer experiment';
export const VERSION = 1;

/** Where a run stood, and how it came there. */
export interface ExperimentRun {
  /** What it was trained with before its settings were as they are. */
  before: readonly Stretch[];
  history: History;
  position: Position;
  test: Measured | undefined;
  epochTest: Measured | undefined;
  ending: Ending | undefined;
}

/** The file experiment.json. */
export interface Experiment {
  format: typeof FORMAT;
  version: number;
  name: string;
  /** What trains it natively. */
  command: string;
  /** The page's address with all that it carried. */
  address: string;
  seed: number;
  settings: RunConfig;
  weights: { file: string; sha256: string };
  /** Of a model that is the site's, nothing is known of its run. */
  run?: ExperimentRun;
}

export interface OpenedExperiment {
  name: string;
  weights: Uint8Array<ArrayBuffer>;
  settings: RunConfig;
  texts: Form;
  run: ExperimentRun | undefined;
}

/** One that was unpacked and packed again has it in a folder. */
function pathIn(bytes: Uint8Array): string | undefined {
  let path: string | undefined;
  const look = ({ name }: { name: string }) => {
    if (name === DESCRIPTION || (!path && name.endsWith(`/${DESCRIPTION}`))) path = name;
    return false;
  };
  try {
    unzipSync(bytes, { filter: look });
  } catch {
    return undefined;
  }
  return path;
}

/** What of them comes out of it whole: of a damaged zip nothing does. */
function filesIn(bytes: Uint8Array, wanted: readonly string[]): Partial<Record<string, Uint8Array>> {
  const filter = (file: { name: string; originalSize: number }) =>
    wanted.includes(file.name) && file.originalSize <= MOST_BYTES;
  try {
    return unzipSync(bytes, { filter });
  } catch {
    return {};
  }
}

/**
 * What a person has saved as an experiment. `textsOf` writes a run's settings as texts, and refuses what are none.
 * @throws {Failed} for a zip that is no such experiment, or was changed since.
 */
export async function openExperiment(
  bytes: Uint8Array,
  name: string,
  textsOf: (run: RunConfig) => Promise<Form>,
): Promise<OpenedExperiment> {
  const refuse = (what: string) => new Failed({ kind: 'notExperiment', name, what });
  const path = pathIn(bytes);
  if (path === undefined) throw refuse(DESCRIPTION);
  const folder = path.slice(0, -DESCRIPTION.length);
  const wanted = [path, folder + WEIGHTS];
  const files = filesIn(bytes, wanted);
  const weights = files[folder + WEIGHTS] as Uint8Array<ArrayBuffer> | undefined;
  const experiment = parsed(files[path]);
  if (!experiment) throw refuse(DESCRIPTION);
  if (!weights || (await sha256(weights)) !== experiment.weights.sha256) throw refuse(WEIGHTS);
  const texts = (config: RunConfig) =>
    textsOf(config).catch(() => {
      throw refuse(DESCRIPTION);
    });
  const { settings, run } = experiment;
  const opened = { name: experiment.name, weights, settings, texts: await texts(settings) };
  if (!run) return { ...opened, run };
  const before: Stretch[] = [];
  for (const { until, config } of run.before) before.push({ until, config, texts: await texts(config) });
  return { ...opened, run: { ...run, before } };
}

type Unknown<Type> = { [Key in keyof Type]?: unknown };

/** JSON knows no number that is not finite: a curve of a run that diverged may have some. */
function numbered(this: unknown, _: string, value: unknown) {
  return value === null && Array.isArray(this) ? Number.NaN : value;
}

/** Nothing where it is none of this version. */
function parsed(file: Uint8Array | undefined): Experiment | undefined {
  try {
    const it = JSON.parse(new TextDecoder().decode(file), numbered) as Unknown<Experiment>;
    const weights = it.weights as Unknown<Experiment['weights']>;
    const isOurs =
      it.format === FORMAT &&
      it.version === VERSION &&
      typeof it.name === 'string' &&
      typeof it.settings === 'object' &&
      typeof weights.sha256 === 'string' &&
      (it.run === undefined || isRun(it.run as Unknown<ExperimentRun>));
    return isOurs ? (it as Experiment) : undefined;
  } catch {
    return undefined;
  }
}

const areNumbers = (it: unknown): it is number[] =>
  Array.isArray(it) && it.every((value) => typeof value === 'number');

function isRun({ history, position, before, test, epochTest }: Unknown<ExperimentRun>): boolean {
  const { train, test: tests } = history as Unknown<History>;
  const counted: readonly (keyof Position)[] = [
    'epoch',
    'step',
    'stepInEpoch',
    'stepsPerEpoch',
    'images',
    'seconds',
  ];
  return (
    isCurve(train as Unknown<Curve>) &&
    isCurve(tests as Unknown<Curve>) &&
    areNumbers(counted.map((name) => (position as Unknown<Position>)[name])) &&
    Array.isArray(before) &&
    before.every(({ until }) => Number.isFinite(until)) &&
    [test, epochTest].every((measured) => measured === undefined || isMeasured(measured as Unknown<Measured>))
  );
}

function isCurve(curve: Unknown<Curve>): boolean {
  const columns = [...AXES, ...TERMS].map((name) => curve[name]);
  const [first] = columns;
  return (
    columns.every((column) => areNumbers(column) && column.length === (first as number[]).length) &&
    areNumbers([curve.came, curve.every])
  );
}

const isMeasured = ({ terms, images, epoch, step }: Unknown<Measured>) =>
  areNumbers([images, epoch, step, ...TERMS.map((name) => (terms as Record<string, unknown>)[name])]);
