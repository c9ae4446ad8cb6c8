// Figure: the KL of one Gaussian against the prior, by its mean and width, with the input's dimensions on it.

import { signal as signalOf } from '@preact/signals-core';
import { ofInput } from '../../app/input/away';
import { linear } from '../../ui/charts/scale';
import { tickWords } from '../../ui/charts/ticks';
import { find, make } from '../../ui/dom';
import { onHold } from '../../ui/hold';
import { clipped, fill, label, line, pathOf, picture, svg } from '../../ui/svg';
import { text } from '../../ui/text';
import { decimal, latentName } from '../../ui/words';
import { costs } from './costs';
import { drawn, type Figure, widthOf } from './stage';
import { encodingOf, said } from './whose';

const HEIGHT = 300;
const [LEFT, BOTTOM] = [34, 22];
const MEANS = [-4, 4] as const;
/** Powers of 2: each line of the picture is half of the one above it. */
const WIDTHS = [-6, 1] as const;
const LEVELS = [0.1, 0.5, 1, 2, 3, 4, 6, 8];
/** With more dimensions than this their names would cover them. */
const NAMED = 10;

export const price: Figure = (stage, context, signal) => {
  const { state } = context;
  const mu = signalOf(1.5);
  const log = signalOf(Math.log2(0.2));
  const plane = picture('plane');
  const sliders = [
    { name: 'mean', at: mu, range: MEANS, digits: 2, value: (at: number) => at },
    { name: 'width', at: log, range: WIDTHS, digits: 3, value: (at: number) => 2 ** at },
  ] as const;
  const rows = sliders.map(({ at, range: [min, max] }) => {
    const [symbol, input, value] = [make('var', ''), make('input', ''), make('output', '')];
    Object.assign(input, { type: 'range', min, max, step: 0.01 });
    const set = () => {
      at.value = Number(input.value);
    };
    input.addEventListener('input', set, { signal });
    return make('label', '', symbol, input, value);
  });
  const cost = make('p', 'sum');
  const reading = make('p', 'reading');
  stage.append(make('div', 'priced', plane, make('div', 'panel-of-sliders', ...rows, cost)), reading);
  ofInput(stage, context, signal);
  const width = widthOf(signal, plane);
  const probe = (x: number, y: number) => {
    mu.value = linear([LEFT, width.peek()], MEANS)(x);
    log.value = linear([HEIGHT - BOTTOM, 0], WIDTHS)(y);
  };
  takePointer(plane, probe, signal);

  const read = () => ({
    at: [mu.value, 2 ** log.value] as const,
    encoding: encodingOf(state),
    width: width.value,
  });
  drawn(signal, stage, read, ({ at, encoding, width }) => {
    const words = text.value.article;
    for (const [index, { name, at, digits, value }] of sliders.entries()) {
      const row = rows[index];
      if (!row) continue;
      find(HTMLElement, 'var', row).textContent = name === 'mean' ? 'μ' : 'σ';
      find(HTMLInputElement, 'input', row).value = String(at.value);
      find(HTMLInputElement, 'input', row).setAttribute('aria-valuetext', decimal(value(at.value), digits));
      find(HTMLElement, 'output', row).textContent = decimal(value(at.value), digits);
    }
    // Under a mixture as prior, or with a full covariance, no dimension has a cost of its own.
    const isMixed = encoding !== undefined && encoding.klPerDimension.length < encoding.logVar.length;
    const dimensions = Array.from(isMixed ? [] : (encoding?.logVar ?? []), (value, index) => ({
      name: latentName(index),
      mu: encoding?.mu[index] ?? 0,
      sigma: Math.exp(value / 2),
    }));
    drawCosts(plane, width, at, dimensions);
    const parts = costs(...at);
    cost.replaceChildren(
      `½ μ² = ${decimal(parts.mean, 2)}`,
      make('br', ''),
      `½ (σ² − 1 − log σ²) = ${decimal(parts.width, 2)}`,
      make('br', ''),
      make('b', 'c-kl', words.price.sum(decimal(parts.mean + parts.width, 2))),
    );
    reading.textContent =
      dimensions.length > 0
        ? said(state, words.price.reading(dimensions.length))
        : isMixed
          ? words.collapse.mixture
          : words.noInput;
  });
};

function takePointer(plane: SVGElement, move: (x: number, y: number) => void, signal: AbortSignal) {
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = plane.getBoundingClientRect();
    move(clientX - left, clientY - top);
  };
  onHold(plane, { start: follow, move: follow }, signal);
}

interface Dimension {
  name: string;
  mu: number;
  sigma: number;
}

function drawCosts(
  root: SVGElement,
  width: number,
  [mu, sigma]: readonly [number, number],
  dimensions: readonly Dimension[],
) {
  const x = linear(MEANS, [LEFT, width]);
  const log = linear(WIDTHS, [HEIGHT - BOTTOM, 0]);
  const y = (value: number) => log(Math.min(WIDTHS[1], Math.max(WIDTHS[0], Math.log2(value))));
  const free = (value: number) => log(Math.log2(value));
  const contours = LEVELS.flatMap((level) => contour(level, x, free));
  const inner = clipped(LEFT, 0, Math.max(0, width - LEFT), HEIGHT - BOTTOM, ...contours);
  const across = [-4, -2, 0, 2, 4].map((value) => label(x(value), HEIGHT - 6, tickWords(value)));
  const up = [-6, -5, -4, -3, -2, -1, 0, 1].map((power) =>
    label(LEFT - 6, log(power) + 4, tickWords(Math.round(1000 * 2 ** power) / 1000), 'end'),
  );
  const dots = dimensions.flatMap(({ name, mu, sigma }) => [
    svg('circle', { class: 'dot', cx: x(Math.max(-4, Math.min(4, mu))), cy: y(sigma), r: 4 }),
    ...(dimensions.length <= NAMED ? [label(x(mu) + 7, y(sigma) + 4, name, 'start')] : []),
  ]);
  const probe = svg('circle', { class: 'probe', cx: x(mu), cy: y(sigma), r: 7 });
  const frame = [
    line(LEFT, 0, LEFT, HEIGHT - BOTTOM, 'axis'),
    line(LEFT, HEIGHT - BOTTOM, width, HEIGHT - BOTTOM, 'axis'),
  ];
  fill(root, width, HEIGHT, inner, ...frame, ...across, ...up, ...dots, probe);
}

/** Where the two costs are `level` together. */
function contour(level: number, x: (mu: number) => number, y: (sigma: number) => number) {
  const half: [number, number][] = [];
  for (let log = -9; log <= 2; log += 0.02) {
    const left = level - costs(0, 2 ** log).width;
    if (left >= 0) half.push([Math.sqrt(2 * left), 2 ** log]);
  }
  const points = [...half, ...half.toReversed().map(([mu, sigma]) => [-mu, sigma] as const)];
  const [, low] = half[0] ?? [0, 1];
  return [
    svg('path', { class: 'contour', d: `${pathOf(points.map(([mu, sigma]) => [x(mu), y(sigma)]))}Z` }),
    ...(Math.log2(low) > WIDTHS[0] ? [label(x(0), y(low) - 3, tickWords(level))] : []),
  ];
}
