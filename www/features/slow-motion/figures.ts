// The pictures of each stage: images of the batch, the two terms, and how far the layers moved.

import type { StepBreakdown } from '../../engine/protocol';
import { make } from '../../ui/dom';
import { type Hue, paint } from '../../ui/ink';
import { imageAt, imagesIn } from '../../ui/shown-data';
import { text } from '../../ui/text';
import type { SlowMotion } from './state';
import { shareWords } from './words';

export function figuresOf({ walk, stage }: SlowMotion): HTMLElement[] {
  const words = text.value.slowMotion;
  const corrupted = walk.inputs.some((byte, index) => byte !== walk.targets[index]);
  const inputs = tiles(walk.inputs, '--input', corrupted ? words.corrupted : words.inputs);
  if (stage === 'encode' || stage === 'sample') return [inputs];
  if (stage === 'update') return [layers(walk)];
  const pair = [
    tiles(walk.targets, '--input', words.targets),
    tiles(walk.decoded, '--output', words.decoded),
  ];
  return stage === 'decode' ? pair : [...pair, termsBar(walk)];
}

function tiles(images: Uint8Array, hue: Hue, name: string): HTMLElement {
  const canvases = Array.from({ length: imagesIn(images) }, (_, index) => {
    const canvas = make('canvas', 'tile');
    paint(canvas, imageAt(images, index), hue);
    return canvas;
  });
  const row = make('div', 'batch-row', ...canvases);
  row.setAttribute('role', 'img');
  row.setAttribute('aria-label', name);
  return row;
}

function termsBar({ before: { terms }, beta }: StepBreakdown): HTMLElement {
  const parts = [
    ['reconstruction', Math.max(0, terms.reconstruction)],
    ['kl', beta * terms.kl],
  ] as const;
  const sum = parts.reduce((total, [, nats]) => total + nats, 0) || 1;
  const spans = parts.map(([term, nats]) => {
    const span = make('span', term);
    span.style.width = `${(100 * nats) / sum}%`;
    return span;
  });
  const bar = make('div', 'bar', ...spans);
  bar.setAttribute('role', 'img');
  bar.setAttribute('aria-label', text.value.slowMotion.terms);
  return bar;
}

function layers(walk: StepBreakdown): HTMLElement {
  const most = Math.max(...walk.layers.map(({ relative }) => relative));
  const rows = walk.layers.map(({ name, relative }) => {
    const bar = make('span', 'moved');
    bar.style.width = `${(100 * relative) / (most || 1)}%`;
    const part = name.startsWith('encoder') ? 'of-encoder' : 'of-decoder';
    return make('li', part, make('code', '', name), make('span', 'track', bar), shareWords(relative));
  });
  const list = make('ul', 'layer-changes', ...rows);
  list.setAttribute('aria-label', text.value.slowMotion.layers);
  return list;
}
