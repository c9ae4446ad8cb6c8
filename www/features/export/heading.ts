// What stands above each picture: which model it is of, what it was trained on and how, and where z is.

import type { Colours } from '../../app/export/drawing';
import type { Sheet } from '../../app/export/sheet';
import { nameOf } from '../../app/model/words';
import type { Pair } from '../../app/plane/geometry';
import { configOf } from '../../app/run/kept';
import { runNameWords } from '../../app/run/words';
import { DEFAULT_RUN } from '../../app/settings/schema';
import type { State } from '../../app/store';
import type { ModelConfig } from '../../engine/protocol';
import { dataWords, kindWords, layersOf } from '../../ui/config-words';
import { text } from '../../ui/text';
import { count, pointWords } from '../../ui/words';
import { curveOf } from './has-curve';

export interface Heading {
  title: string;
  lines: readonly string[];
}

export function headingOf(state: State): Heading {
  const shown = state.model.shown.peek();
  if (!shown) return { title: '', lines: [] };
  const { config } = shown.summary;
  const what = `${kindWords(config)} ${layersOf(config).join('–')}`;
  const trained = betaWords(config, betaOf(state, shown.run));
  return {
    title: `${nameOfShown(state)} · ${what}`,
    lines: [[dataWords(config), ...trained, `z = ${pointWords(state.latent.z.peek())}`].join(' · ')],
  };
}

/** A curve of another model than that which is shown is headed by its own run. */
export function headingOfCurve(state: State): Heading {
  const curve = curveOf(state);
  if (!curve?.config || curve.ofShown) return headingOf(state);
  const { model, train } = curve.config;
  return {
    title: `${runNameWords(curve.name)} · ${kindWords(model)} ${layersOf(model).join('–')}`,
    lines: [[dataWords(model), ...betaWords(model, train.beta)].join(' · ')],
  };
}

const betaWords = ({ deterministic }: ModelConfig, beta: number) => (deterministic ? [] : [`β = ${beta}`]);

/** A shipped model by its name, a run's by the run's and how far it has come. */
function nameOfShown({ model, runs }: State): string {
  const { run = 0, step = 0 } = model.shown.peek() ?? {};
  if (run === 0) return nameOf(model.list.peek(), model.shipped.peek());
  const name = runs.kept.peek().find((kept) => kept.run === run)?.name ?? runs.name.peek();
  return text.value.export.step(runNameWords(name), count(step));
}

/** The shipped models were trained with the default. */
function betaOf(state: State, run: number): number {
  const config = run > 0 ? configOf(state, run) : undefined;
  return (config ?? DEFAULT_RUN).train.beta;
}

export function drawHeading(sheet: Sheet, { title, lines }: Heading, colours: Colours, [x, y]: Pair) {
  sheet.words(title, [x, y], { size: 40, colour: colours.text, bold: true });
  for (const [index, line] of lines.entries())
    sheet.words(line, [x, y + 44 + 34 * index], { size: 28, colour: colours.text });
}
