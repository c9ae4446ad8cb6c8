// Where on the charts the moment lies that is shown in place of the present.

import type uPlot from 'uplot';
import type { Axis } from '../../app/run/history';
import type { ReadonlyState } from '../../app/store';
import { pixelRatio } from '../../ui/canvas';
import { token } from '../../ui/ink';

export function markOf(
  { replay: { past }, run: { history } }: ReadonlyState,
  axis: Axis,
): number | undefined {
  const step = past.value?.step;
  if (step === undefined) return undefined;
  const { train } = history.value;
  return step === 0 ? 0 : train[axis][train.steps.findIndex((at) => at >= step)];
}

export function drawMark({ ctx, bbox, valToPos }: uPlot, x: number | undefined) {
  const left = x === undefined ? Number.NaN : valToPos(x, 'x', true);
  if (!(left >= bbox.left && left <= bbox.left + bbox.width)) return;
  ctx.save();
  ctx.strokeStyle = token('--notice');
  ctx.lineWidth = 2 * pixelRatio.peek();
  ctx.beginPath();
  ctx.moveTo(left, bbox.top);
  ctx.lineTo(left, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
