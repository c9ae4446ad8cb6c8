// The command that trains natively what the page trains.

import type { Form } from '../../engine/protocol';
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

/** To be typed where the data set lies in a folder “mnist”. */
export const trainCommand = (course: Course) =>
  ['latent train --data mnist --out trained.safetensors', ...argumentsOf(course)].join(' ');
