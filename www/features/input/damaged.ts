// What is done to the input, seen on the pad: the image as the model sees it, with the clean one faintly behind it.

import type { PanelContext } from '../../app/feature';
import type { Input } from '../../app/input/state';
import type { ModelSummary } from '../../engine/protocol';
import { find } from '../../ui/dom';
import { paintInk, theme } from '../../ui/ink';
import { watch, watchValue } from '../../ui/lifetime';
import { isColour } from '../../ui/pixels';

/** A square of the pad, in parts of the pad's side. */
interface Frame {
  left: number;
  top: number;
  side: number;
}

export function showDamage(root: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const pad = find(HTMLElement, '.pad', root);
  const canvas = find(HTMLCanvasElement, '#pad-seen', root);
  const seen = () => {
    const encoding = state.input.encoding.value;
    const summary = state.model.shown.value?.summary;
    const damaged = state.input.corruption.value.damage.kind !== 'none';
    return damaged && encoding && summary ? { encoding, summary } : undefined;
  };
  watchValue(
    signal,
    () => seen() !== undefined,
    (damaged) => {
      pad.classList.toggle('damaged', damaged);
      canvas.hidden = !damaged;
    },
  );
  watch(signal, () => {
    theme.value;
    const damaged = seen();
    if (!damaged) return;
    const { encoding, summary } = damaged;
    paintInk(canvas, encoding.seen, '--input');
    for (const [name, part] of Object.entries(frameOf(state.input.shown.peek(), summary)))
      canvas.style.setProperty(`--${name}`, `${100 * part}%`);
  });
}

/** Where on the pad the model's image lies: it has scaled ink into a box and centred it by its mass. */
export function frameOf(input: Input, { inkBox, data }: Pick<ModelSummary, 'inkBox' | 'data'>): Frame {
  const whole = { left: 0, top: 0, side: 1 };
  if (input.kind !== 'drawing' || isColour(data)) return whole;
  const drawn = input.ink();
  const ink = drawn instanceof Uint8Array && extentOf(drawn, input.side);
  if (!ink) return whole;
  const side = (data.width * ink.longest) / inkBox;
  return {
    left: (ink.x - side / 2) / input.side,
    top: (ink.y - side / 2) / input.side,
    side: side / input.side,
  };
}

/** The longer side of the ink's box, and its centre of mass. */
function extentOf(ink: Uint8Array, side: number) {
  const box = { left: side, top: side, right: 0, bottom: 0 };
  let [mass, x, y] = [0, 0, 0];
  for (const [index, value] of ink.entries()) {
    if (value === 0) continue;
    const [across, down] = [index % side, Math.floor(index / side)];
    box.left = Math.min(box.left, across);
    box.right = Math.max(box.right, across + 1);
    box.top = Math.min(box.top, down);
    box.bottom = Math.max(box.bottom, down + 1);
    mass += value;
    x += value * (across + 0.5);
    y += value * (down + 0.5);
  }
  if (mass === 0) return undefined;
  return { longest: Math.max(box.right - box.left, box.bottom - box.top), x: x / mass, y: y / mass };
}
