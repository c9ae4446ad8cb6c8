// Figure: the run in the plane of its two terms, with the lines along which the weighted loss is equal.

import type { History } from '../../app/run/history';
import type { Terms } from '../../engine/protocol';
import { chartRange } from '../../ui/charts/range';
import { linear } from '../../ui/charts/scale';
import { ticksOf, tickWords } from '../../ui/charts/ticks';
import { dataWords } from '../../ui/config-words';
import { make } from '../../ui/dom';
import { clipped, fill, label, line, pathOf, picture, svg } from '../../ui/svg';
import { text } from '../../ui/text';
import { typedNumber } from '../../ui/typed';
import { nats } from '../../ui/words';
import { type Reference, referencesOf } from './references';
import { drawn, type Figure, widthOf } from './stage';

const HEIGHT = 320;
const [LEFT, BOTTOM, TOP] = [44, 38, 26];
/** Lines of equal loss, about so many. */
const LINES = 14;
const MOST = 300;

type Point = Pick<Terms, 'kl' | 'reconstruction'>;
type Range = readonly [number, number];

export const beta: Figure = (stage, { state }, signal) => {
  const plane = picture('plane');
  const reading = make('p', 'reading');
  stage.append(plane, reading);
  const width = widthOf(signal, plane);
  const read = () => {
    const config = state.run.config.value;
    return {
      config,
      dataSet: state.data.used.value?.key,
      beta: config?.train.beta ?? typedNumber(state.settings.form.value.beta ?? '1'),
      history: state.run.history.value,
      kept: state.runs.kept.value,
      width: width.value,
    };
  };
  drawn(signal, stage, read, ({ config, dataSet, beta, history, kept, width }) => {
    const model = config?.model;
    const words = text.value.article.beta;
    const trail = trailOf(history);
    const test = lastOf(history);
    const references = referencesOf(config && { config, dataSet }, kept);
    drawPlane(plane, width, { trail, test, references, beta });
    const now = test ?? trail.at(-1);
    if (!now || !model) reading.textContent = words.none(tickWords(beta));
    else if (model.deterministic) reading.textContent = text.value.article.noPosterior;
    else
      reading.textContent = words.reading(
        tickWords(beta),
        nats(now.reconstruction),
        nats(now.kl),
        nats(now.reconstruction + beta * now.kl),
        dataWords(model),
      );
  });
};

/** Thinned: a line of thousands of points takes long to paint. */
function trailOf({ train: { kl, reconstruction } }: History): Point[] {
  const every = Math.ceil(kl.length / MOST);
  return kl
    .map((value, index) => ({ kl: value, reconstruction: reconstruction[index] ?? 0 }))
    .filter((_, index) => (kl.length - 1 - index) % every === 0);
}

function lastOf({ test: { kl, reconstruction } }: History): Point | undefined {
  const [rate, distortion] = [kl.at(-1), reconstruction.at(-1)];
  return rate === undefined || distortion === undefined
    ? undefined
    : { kl: rate, reconstruction: distortion };
}

interface View {
  trail: readonly Point[];
  test: Point | undefined;
  references: readonly Reference[];
  beta: number;
}

/** All of the given points, and of the trail the later half: its first way is long and steep. */
function rangesOf({ trail, test, references }: View): { kl: Range; reconstruction: Range } {
  const named = test ? [...references, test] : references;
  const range = (term: keyof Point): Range => {
    const own = chartRange(trail.slice(trail.length / 2).map((point) => point[term]));
    const values = [...(trail.length > 0 ? own : []), ...named.map((point) => point[term])];
    if (values.length === 0) return [0, 1];
    const room = 0.1 * (Math.max(...values) - Math.min(...values) || 10);
    return [Math.min(...values) - room, Math.max(...values) + room];
  };
  return { kl: [0, range('kl')[1]], reconstruction: range('reconstruction') };
}

function drawPlane(root: SVGElement, width: number, view: View) {
  const { trail, test, references, beta } = view;
  const words = text.value.article.beta;
  const ranges = rangesOf(view);
  const x = linear(ranges.kl, [LEFT, width - 8]);
  const y = linear(ranges.reconstruction, [HEIGHT - BOTTOM, TOP]);
  const at = ({ kl, reconstruction }: Point) => [x(kl), y(reconstruction)] as const;
  const inside = Math.max(0, width - LEFT);
  const inner = clipped(
    LEFT,
    TOP,
    inside,
    HEIGHT - BOTTOM - TOP,
    ...equalLoss(ranges, beta).map(([from, to]) => line(...at(from), ...at(to), 'equal')),
    svg('path', { class: 'trail', d: pathOf(trail.map(at)) }),
  );
  const squares = references.flatMap((model) => {
    const [left, top] = at(model);
    return [
      svg('rect', { class: 'square', x: left - 4, y: top - 4, width: 8, height: 8 }),
      label(left + 8, top - 4, model.name, 'start', 'name'),
    ];
  });
  const now = test ?? trail.at(-1);
  const [cx, cy] = now ? at(now) : [0, 0];
  const dot = now
    ? [svg('circle', { class: 'now', cx, cy, r: 6 }), label(cx + 10, cy - 6, words.run, 'start', 'name')]
    : [];
  fill(root, width, HEIGHT, inner, ...axesOf(ranges, x, y, width), ...squares, ...dot);
}

/** Segments across the picture, at round losses. */
function equalLoss({ kl: [low, high], reconstruction }: { kl: Range; reconstruction: Range }, beta: number) {
  const losses = ticksOf([reconstruction[0] + beta * low, reconstruction[1] + beta * high], LINES);
  const point = (loss: number, kl: number): Point => ({ kl, reconstruction: loss - beta * kl });
  return losses.map((loss) => [point(loss, low), point(loss, high)] as const);
}

function axesOf(
  { kl, reconstruction }: { kl: Range; reconstruction: Range },
  x: (kl: number) => number,
  y: (nats: number) => number,
  width: number,
) {
  const { terms } = text.value;
  const floor = HEIGHT - BOTTOM;
  return [
    line(LEFT, TOP, LEFT, floor, 'axis'),
    line(LEFT, floor, width - 8, floor, 'axis'),
    ...ticksOf(kl, 6).map((value) => label(x(value), floor + 15, tickWords(value))),
    ...ticksOf(reconstruction, 5).map((value) => label(LEFT - 6, y(value) + 4, tickWords(value), 'end')),
    label(width - 8, HEIGHT - 4, terms.kl, 'end', 'kl'),
    label(0, 12, terms.reconstruction, 'start', 'reconstruction'),
  ];
}
