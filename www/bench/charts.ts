// How a step's cost grows, as three charts: a line for each device, on logarithmic scales.

import uPlot from 'uplot';
import { pngOf, refuseFalsified } from '../app/export/files';
import { pixelRatio } from '../ui/canvas';
import { find, make } from '../ui/dom';
import { token } from '../ui/ink';
import { type Size, sizes } from './growth';
import { milliseconds, type Results } from './report';

/** Lines differ in colour and in dashes. */
const LINES = [
  { colour: '--run-1', dash: [] },
  { colour: '--run-2', dash: [8, 4] },
  { colour: '--run-3', dash: [2, 4] },
];
const HEIGHT = 190;

const lineOf = (device: number) => LINES[device % LINES.length] ?? LINES[0];

export class Charts {
  private plots: uPlot[] = [];

  constructor(
    private readonly root: HTMLElement,
    private readonly legend: HTMLElement,
  ) {
    new ResizeObserver(() => {
      for (const plot of this.plots)
        plot.setSize({ width: widthOf(plot.root.parentElement), height: HEIGHT });
    }).observe(root);
  }

  show(results: Results) {
    for (const plot of this.plots) plot.destroy();
    this.legend.replaceChildren(...results.devices.map((words, i) => make('span', `key line-${i}`, words)));
    this.plots = sizes.map(({ size }) => {
      const place = find(HTMLElement, `[data-size=${size}] .chart`, this.root);
      return new uPlot(options(results, size, widthOf(place)), columns(results, size), place);
    });
  }

  /** All of them below each other, with titles and legend. */
  picture(devices: readonly string[]): Promise<Blob> {
    // Here already: of a promised image that does not come a browser says in its own words.
    refuseFalsified();
    const scale = pixelRatio.peek();
    const [gap, line] = [12 * scale, 20 * scale];
    const charts = this.plots.map((plot) => plot.ctx.canvas);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(...charts.map(({ width }) => width)) + 2 * gap;
    canvas.height = charts.reduce(
      (sum, { height }) => sum + height + line + gap,
      2 * gap + line * devices.length,
    );
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser gives no canvas to paint on.');
    context.fillStyle = token('--surface');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.font = `${13 * scale}px ${getComputedStyle(document.body).fontFamily}`;
    let y = gap;
    const write = (words: string, colour: string) => {
      y += line;
      context.fillStyle = token(colour);
      context.fillText(words, gap, y - 5 * scale);
    };
    for (const [i, words] of devices.entries()) write(`— ${words}`, lineOf(i)?.colour ?? '--text');
    for (const [i, chart] of charts.entries()) {
      write(`${sizes[i]?.words}: ms a step`, '--text');
      context.drawImage(chart, gap, y);
      y += chart.height + gap;
    }
    return pngOf(canvas);
  }
}

const widthOf = (element: HTMLElement | null) => element?.clientWidth || 300;

/** The sizes are as far from each other as their logarithms: their place in the list is where they stand. */
function columns({ devices, points }: Results, size: Size): uPlot.AlignedData {
  const values = sizes.find((it) => it.size === size)?.values ?? [];
  const at = (value: number) => points.find((point) => point.size === size && point.value === value);
  return [
    values.map((_, i) => i),
    ...devices.map((_, i) => values.map((value) => at(value)?.milliseconds[i] ?? null)),
  ];
}

function options({ devices, points }: Results, size: Size, width: number): uPlot.Options {
  const values = sizes.find((it) => it.size === size)?.values ?? [];
  const all = points.flatMap((point) => point.milliseconds);
  const axis: uPlot.Axis = {
    stroke: token('--quiet'),
    font: `11px ${getComputedStyle(document.body).fontFamily}`,
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height: HEIGHT,
    padding: [8, 14, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [0, values.length - 1] },
      // One range for all three, so that they can be compared.
      y: { distr: 3, range: [Math.min(...all) / 1.5, Math.max(...all) * 1.5] },
    },
    axes: [
      { ...axis, size: 22, splits: () => values.map((_, i) => i), values: () => values.map(String) },
      {
        ...axis,
        size: 44,
        values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : milliseconds(tick))),
      },
    ],
    series: [
      {},
      ...devices.map((_, i) => {
        const { colour, dash } = lineOf(i) ?? { colour: '--text', dash: [] };
        return {
          stroke: token(colour),
          width: 2,
          dash,
          points: { show: true, size: 6, fill: token(colour) },
        };
      }),
    ],
  };
}
