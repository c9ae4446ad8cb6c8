// The curve of a picture.

import type { Colours } from '../../app/export/drawing';
import type { Box, Sheet } from '../../app/export/sheet';
import type { Pair } from '../../app/plane/geometry';
import type { Curve } from '../../app/run/history';
import { runNameWords } from '../../app/run/words';
import type { State } from '../../app/store';
import { chartRange } from '../../ui/charts/range';
import { linear, type Scale } from '../../ui/charts/scale';
import { ticksOf, tickWords } from '../../ui/charts/ticks';
import { text } from '../../ui/text';
import { count } from '../../ui/words';
import { curveOf } from './has-curve';

const SIZE = 24;
const lossesOf = ({ elbo }: Curve) => elbo.map((value) => -value);

/** A run's loss, on training batches and on test images, against the steps. */
export function drawCurve(sheet: Sheet, state: State, box: Box, colours: Colours) {
  const run = curveOf(state);
  if (!run) return;
  const { train, test } = run.history;
  const { batches, tests } = text.value.export;
  const [left, top, width, height] = box;
  const range = chartRange([...lossesOf(train), ...lossesOf(test)]);
  const last = Math.max(1, train.steps.at(-1) ?? 1);
  const x = linear([0, last], [left, left + width]);
  const y = linear(range, [top + height, top]);
  drawAxes(sheet, box, { range, last, x, y }, colours);
  sheet.words(runNameWords(run.name), [left + width, top - 20], {
    size: SIZE,
    colour: colours.text,
    anchor: 'end',
  });
  const lines = [
    { curve: train, name: batches, look: { colour: colours.ink, width: 2 } },
    { curve: test, name: tests, look: { colour: colours.output, width: 4, dashes: [12, 8] } },
  ];
  for (const [index, { curve, name, look }] of lines.entries()) {
    const inside = lossesOf(curve)
      .map((value, at): Pair => [x(curve.steps[at] ?? 0), y(value)])
      .filter(([, at]) => at >= top && at <= top + height);
    if (inside.length > 1) sheet.line(inside, look);
    const from: Pair = [left + width - 330, top + 20 + 36 * index];
    sheet.line([from, [from[0] + 60, from[1]]], look);
    sheet.words(name, [from[0] + 76, from[1] + 8], { size: SIZE, colour: colours.text });
  }
}

interface Scales {
  range: Pair;
  last: number;
  x: Scale;
  y: Scale;
}

function drawAxes(
  sheet: Sheet,
  [left, top, width, height]: Box,
  { range, last, x, y }: Scales,
  { text: colour }: Colours,
) {
  const words = { size: SIZE, colour };
  const [floor, right] = [top + height, left + width];
  const corner: readonly Pair[] = [
    [left, top],
    [left, floor],
    [right, floor],
  ];
  sheet.line(corner, { colour, width: 2 });
  for (const value of ticksOf(range, 5))
    sheet.words(tickWords(value), [left - 12, y(value) + 8], { ...words, anchor: 'end' });
  for (const value of ticksOf([0, last], 5))
    sheet.words(count(value), [x(value), floor + 34], { ...words, anchor: 'middle' });
  sheet.words(text.value.export.steps, [right, floor + 68], { ...words, anchor: 'end' });
  sheet.words(text.value.export.loss, [left - 70, top - 20], words);
}
