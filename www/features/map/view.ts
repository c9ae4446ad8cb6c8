// The latent space, seen: a plane through it, with layers, axes and z.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { showAxes } from './axes';
import { readPointers } from './hand';
import { showInset } from './inset';
import { readKeys } from './keys';
import { mountLayers } from './layers';
import { showReading } from './reading';
import { describeMap } from './summary';
import { showSwitches } from './switches';
import { readZoom } from './zoom';

export function showMap(state: State, send: Send) {
  const canvas = find(HTMLCanvasElement, '#map');
  const frame = find(HTMLElement, '#map-frame');
  effect(() => {
    frame.classList.toggle('strip', state.latent.z.value.length === 1);
  });
  new ResizeObserver(() => {
    send({ do: 'size map', size: [canvas.clientWidth, canvas.clientHeight] });
  }).observe(canvas);
  const view = mountLayers(state, send);
  showAxes(state, send, view);
  showInset(state, view);
  describeMap(state, view);
  showReading(state);
  showSwitches(state, send);
  readPointers(state, send, canvas, view);
  readKeys(state, send, canvas, view);
  readZoom(state, send, canvas, view);
}
