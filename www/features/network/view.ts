// Encoder and decoder as the narrowing and widening stacks of layers that they are.

import { computed, effect } from '@preact/signals-core';
import type { State } from '../../app/store';
import type { ModelConfig } from '../../engine/protocol';
import { layersOf } from '../../ui/config-words';
import { find } from '../../ui/dom';

const PIXELS = 784;
const HEIGHT = 200;
const WIDTH = 100;

export function showNetwork(state: State) {
  const encoder = find(HTMLElement, '#encoder');
  const decoder = find(HTMLElement, '#decoder');
  const shape = computed(() => JSON.stringify(state.model.shown.value?.summary.config ?? null));
  effect(() => {
    const config = JSON.parse(shape.value) as ModelConfig | null;
    if (!config) return;
    const sizes = [PIXELS, ...convolved(config), ...config.hiddenSizes, config.latentSize];
    const words = layersOf(config);
    draw(encoder, sizes, words);
    draw(decoder, sizes.toReversed(), words.toReversed());
    const told = config.conditional ? ', c' : '';
    find(HTMLElement, '.math', encoder).textContent = config.deterministic
      ? `z = f(x${told})`
      : `q(z | x${told})`;
    find(HTMLElement, '.math', decoder).textContent = `p(x | z${told})`;
  });
  // Without an input the encoder has nothing to do.
  effect(() => {
    encoder.classList.toggle(
      'idle',
      state.input.shown.value.kind === 'empty' && state.run.phase.value !== 'running',
    );
  });
}

/** Units after each convolution, which halves the sides. */
const convolved = ({ channels }: ModelConfig) =>
  channels.map((size, index) => size * (28 >> (index + 1)) ** 2);

function draw(root: HTMLElement, sizes: number[], words: string[]) {
  const svg = find(SVGSVGElement, 'svg', root);
  const bars = sizes.map((size, index) => ({
    x: 2 + (index / (sizes.length - 1)) * (WIDTH - 4),
    half: (barHeight(size) / 2) * HEIGHT,
  }));
  const middle = HEIGHT / 2;
  const top = bars.map(({ x, half }) => `${x},${middle - half}`);
  const bottom = bars.map(({ x, half }) => `${x},${middle + half}`).toReversed();
  svg.replaceChildren(
    svgElement('polygon', { points: [...top, ...bottom].join(' ') }),
    ...bars.map(({ x, half }) => svgElement('line', { x1: x, x2: x, y1: middle - half, y2: middle + half })),
  );
  find(HTMLElement, '.sizes', root).textContent = words.join(' → ');
}

/** By the logarithm, so that two units can be seen beside 784. */
function barHeight(size: number) {
  return 0.08 + 0.92 * (Math.log(size) / Math.log(Math.max(PIXELS, size)));
}

function svgElement(tag: 'polygon' | 'line', attributes: Record<string, string | number>) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
