// Encoder and decoder as the narrowing and widening stacks of layers that they are.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import { ofInput } from '../../app/input/away';
import { hasInput } from '../../app/latent/fits';
import type { ReadonlyState } from '../../app/store';
import { dataOf, sizeOf } from '../../engine/data/spec';
import type { ModelConfig } from '../../engine/protocol';
import { layersOf, mirrored } from '../../ui/config-words';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { svg } from '../../ui/svg';

const HEIGHT = 200;
const WIDTH = 100;

/** Without an input it has nothing to do. */
export const mountEncoder: Mount = (root, context, signal) => {
  const { state } = context;
  ofInput(root, context, signal);
  const math = find(HTMLElement, '.math', root);
  followModel(state, signal, (config) => {
    draw(root, sizesOf(config), layersOf(config));
    math.textContent = config.deterministic ? `z = f(x${told(config)})` : `q(z | x${told(config)})`;
  });
  watch(signal, () => {
    const idle = !hasInput(state) && state.run.phase.value !== 'running';
    root.classList.toggle('idle', idle);
  });
};

export const mountDecoder: Mount = (root, { state }, signal) => {
  const math = find(HTMLElement, '.math', root);
  followModel(state, signal, (config) => {
    const decoder = mirrored(config);
    draw(root, sizesOf(decoder).toReversed(), layersOf(decoder).toReversed());
    math.textContent = `p(x | z${told(config)})`;
  });
};

/** Draws at first, and for each model that is built otherwise. */
function followModel(state: ReadonlyState, signal: AbortSignal, show: (config: ModelConfig) => void) {
  const shape = computed(() => JSON.stringify(state.model.shown.value?.summary.config ?? null));
  watch(signal, () => {
    const config = JSON.parse(shape.value) as ModelConfig | null;
    if (config) show(config);
  });
}

const told = ({ conditional }: ModelConfig) => (conditional ? ', c' : '');

const sizesOf = (config: ModelConfig) => [
  sizeOf(dataOf(config)),
  ...convolved(config),
  ...config.hiddenSizes,
  config.latentSize,
];

/** Units after each convolution, which halves the sides. */
function convolved(config: ModelConfig) {
  const { width, height } = dataOf(config);
  return config.channels.map((size, index) => size * (width >> (index + 1)) * (height >> (index + 1)));
}

function draw(root: HTMLElement, sizes: number[], words: string[]) {
  const picture = find(SVGSVGElement, 'svg', root);
  const [first = 1, last = 1] = [sizes[0], sizes.at(-1)];
  const pixels = Math.max(first, last);
  const bars = sizes.map((size, index) => ({
    x: 2 + (index / (sizes.length - 1)) * (WIDTH - 4),
    half: (barHeight(size, pixels) / 2) * HEIGHT,
  }));
  const middle = HEIGHT / 2;
  const top = bars.map(({ x, half }) => `${x},${middle - half}`);
  const bottom = bars.map(({ x, half }) => `${x},${middle + half}`).toReversed();
  picture.replaceChildren(
    svg('polygon', { points: [...top, ...bottom].join(' ') }),
    ...bars.map(({ x, half }) => svg('line', { x1: x, x2: x, y1: middle - half, y2: middle + half })),
  );
  find(HTMLElement, '.sizes', root).textContent = words.join(' → ');
}

/** By the logarithm, so that two units can be seen beside all pixels. */
function barHeight(size: number, pixels: number) {
  return 0.08 + 0.92 * (Math.log(size) / Math.log(Math.max(pixels, size)));
}
