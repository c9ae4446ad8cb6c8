// Fingers and pens on a chart. A mouse is uPlot's, and so are taps, which come to it as clicks.

import type uPlot from 'uplot';
import type { Pair } from '../../app/plane/geometry';
import { gripping } from '../../ui/grip';
import { palmsBeside } from '../../ui/palm';
import type { CurveOptions, Window } from './options';

/** Fingers hold the chart: two zoom it, and one moves it sideways. Upwards the page scrolls, as its style says. */
export function readFingers(
  chart: HTMLElement,
  { window, zoom }: CurveOptions,
  move: (from: Pair, to: Pair, times: number) => void,
  signal: AbortSignal,
) {
  const { pointers, begin, follow } = gripping(move, signal);
  let before: Window | undefined;
  const isPalm = palmsBeside(
    chart,
    () => {
      if (pointers.size > 0) zoom(before);
      pointers.clear();
    },
    signal,
  );
  const take = (event: PointerEvent) => {
    const { pointerType, pointerId, clientX, clientY } = event;
    if (pointerType !== 'touch' || isPalm(event)) return;
    if (pointers.size === 0) before = window.peek();
    pointers.set(pointerId, [clientX, clientY]);
    // The plot under the finger may be made anew meanwhile.
    chart.setPointerCapture(pointerId);
    begin();
  };
  const carry = ({ pointerId, clientX, clientY }: PointerEvent) => {
    if (!pointers.has(pointerId)) return;
    pointers.set(pointerId, [clientX, clientY]);
    follow();
  };
  const release = ({ type, pointerId }: PointerEvent) => {
    if (!pointers.delete(pointerId)) return;
    // A finger has gone some way before the browser takes it to scroll the page.
    if (type === 'pointercancel') zoom(before);
    begin();
  };
  chart.addEventListener('pointerdown', take, { signal });
  chart.addEventListener('pointermove', carry, { signal });
  chart.addEventListener('pointerup', release, { signal });
  chart.addEventListener('pointercancel', release, { signal });
}

/** A pen selects a range as the mouse does. Of its drags many browsers tell uPlot nothing, which listens to a mouse. */
export function readPen(plot: uPlot, signal: AbortSignal) {
  const { over } = plot;
  let pen: number | undefined;
  let began = 0;
  const placeOf = ({ clientX }: PointerEvent) => {
    const { left, width } = over.getBoundingClientRect();
    return Math.min(Math.max(clientX - left, 0), width);
  };
  const select = (from: number, to: number) =>
    plot.setSelect(
      { left: Math.min(from, to), top: 0, width: Math.abs(to - from), height: over.clientHeight },
      false,
    );

  const take = (event: PointerEvent) => {
    if (event.pointerType !== 'pen' || event.button !== 0) return;
    over.setPointerCapture(event.pointerId);
    pen = event.pointerId;
    began = placeOf(event);
  };
  const carry = (event: PointerEvent) => {
    if (event.pointerId === pen) select(began, placeOf(event));
  };
  const end = ({ type, pointerId }: PointerEvent) => {
    if (pointerId !== pen) return;
    pen = undefined;
    // It scrolls the page.
    if (type === 'pointercancel') select(0, 0);
    plot.setSelect(plot.select);
  };
  over.addEventListener('pointerdown', take, { signal });
  over.addEventListener('pointermove', carry, { signal });
  over.addEventListener('pointerup', end, { signal });
  over.addEventListener('pointercancel', end, { signal });
}
