// The command that trains natively what the page trains.

import { hasLikes, hasWords } from '../../engine/data/spec';
import type { DataSet, Form } from '../../engine/protocol';
import { DEFAULT_FORM, SETTINGS } from '../settings/schema';

/** What is said of a run: a whole number of epochs, and the texts of those settings that mean something in it. */
interface Course {
  epochs: number;
  texts: Form;
}

/** What the command takes for itself where it is not told. */
function assumed({ texts, epochs }: Course): Form {
  const chosen = SETTINGS.map(({ name, proposes }) => proposes[texts[name] ?? '']);
  return Object.assign({ ...DEFAULT_FORM }, ...chosen, { epochs: String(epochs) });
}

/** The seed is said always; of the other settings those that the command would not take for itself. */
export function argumentsOf(course: Course): string[] {
  const known = assumed(course);
  const said = SETTINGS.filter(
    ({ name }) => name in course.texts && (name === 'seed' || course.texts[name] !== known[name]),
  );
  const settings = said.flatMap(({ name, flag }) => [
    `--${flag}`,
    (course.texts[name] ?? '').replaceAll(' ', ''),
  ]);
  return ['--epochs', String(course.epochs), ...settings];
}

/** Of one's own data of which nobody knows any more how it was read. */
export const UNKNOWN_PLACE = 'YOUR-DATA';

type Data = Pick<DataSet, 'key' | 'data' | 'source' | 'reading'>;

/** What tells the command line which data is meant: of the site's, a folder by the name of the set. */
export function dataArguments({ key, data, source, reading }: Data): readonly string[] {
  if (source.at === 'site') return ['--data', key];
  if (reading && reading.length > 0) return reading;
  const kind = hasWords(data) ? ['--words'] : hasLikes(data) ? ['--tastes'] : [];
  return ['--data', UNKNOWN_PLACE, ...kind];
}

/** To be typed where the data lies. */
export const trainCommand = (course: Course, data: Data) =>
  [
    'latent train',
    ...dataArguments(data).map(quoted),
    '--out trained.safetensors',
    ...argumentsOf(course),
  ].join(' ');

/** As a shell takes it for one word. */
const quoted = (word: string) => (/^[\w./=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
