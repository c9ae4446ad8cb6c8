// The decoded manifold, the marker at z and the posterior of the input.

import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import { clamp, EXTENT, fromAxes, latentAt, onAxes, REACH } from '../map-geometry';
import type { State } from '../store';
import { find, onFrame, onPointerMoves, option } from './dom';
import { paint, theme } from './ink';
import { decimal, latentName } from './words';

const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};
const STEP = 0.1;
const LARGE_STEP = 0.5;

export function showMap(state: State, send: Send) {
  const canvas = find(HTMLCanvasElement, '#map');
  paintManifold(state, canvas);
  placeMarks(state);
  readPointer(state, send, canvas);
  readKeys(state, send, canvas);
  chooseAxes(state, send);
}

function paintManifold(state: State, canvas: HTMLCanvasElement) {
  const repaint = onFrame(() => {
    const picture = state.map.peek();
    if (picture) paint(canvas, picture.pixels, '--ink', picture.columns);
    keepCrisp();
  });
  // Enlarged, the pixels of a digit have edges; scaled down, they are averaged.
  const keepCrisp = () => {
    canvas.classList.toggle('crisp', canvas.clientWidth * devicePixelRatio >= 1.4 * canvas.width);
  };
  effect(() => {
    theme.value;
    if (state.map.value) repaint();
  });
  effect(() => {
    find(HTMLElement, '#map-frame').classList.toggle('strip', state.z.value.length === 1);
  });
  new ResizeObserver(keepCrisp).observe(canvas);
}

function placeMarks(state: State) {
  const marks = find(SVGSVGElement, '#map-marks');
  const marker = find(SVGGElement, '#marker');
  const posterior = find(SVGGElement, '#posterior');
  const words = find(HTMLOutputElement, '#map-words');
  const meanKey = find(HTMLElement, '#mean-key');

  const placeMarker = onFrame(() => {
    const z = state.z.peek();
    const axes = state.axes.peek();
    const [x, y] = fromAxes(z, axes);
    marks.setAttribute('viewBox', z.length === 1 ? '-3 -0.3 6 0.6' : '-3 -3 6 6');
    marker.setAttribute('transform', `translate(${clamp(x, EXTENT)} ${-clamp(y, EXTENT)})`);
    marker.classList.toggle('beyond', Math.abs(x) > EXTENT || Math.abs(y) > EXTENT);
    words.textContent = [...new Set(axes)]
      .map((axis) => `${latentName(axis)} = ${decimal(z[axis] ?? 0, 2)}`)
      .join(', ');
  });
  effect(() => {
    state.z.value;
    state.axes.value;
    placeMarker();
  });

  effect(() => {
    const encoding = state.encoding.value;
    const [across, up] = state.axes.value;
    posterior.classList.toggle('shown', encoding !== undefined);
    // An autoencoder's code is a point.
    const spreads = encoding !== undefined && encoding.logVar.length > 0;
    meanKey.textContent =
      spreads || !encoding ? 'input’s posterior, 1 and 2 σ' : 'input’s code: no posterior';
    meanKey.classList.toggle('absent', encoding === undefined);
    if (!encoding) return;
    const [x, y] = fromAxes(Array.from(encoding.mu), [across, up]);
    const sigma = (axis: number) => (spreads ? Math.exp((encoding.logVar[axis] ?? 0) / 2) : 0);
    posterior.setAttribute('transform', `translate(${x} ${-y})`);
    for (const [name, times] of [
      ['halo', 2],
      ['two', 2],
      ['one', 1],
    ] as const) {
      const ellipse = find(SVGEllipseElement, `.${name}`, posterior);
      ellipse.setAttribute('rx', String(times * sigma(across)));
      ellipse.setAttribute('ry', across === up && spreads ? '0.2' : String(times * sigma(up)));
    }
  });
}

function readPointer(state: State, send: Send, canvas: HTMLCanvasElement) {
  const follow = (event: PointerEvent) => {
    const point = latentAt(event.clientX, event.clientY, canvas.getBoundingClientRect());
    send({ do: 'move', z: onAxes(state.z.peek(), state.axes.peek(), point), since: event.timeStamp });
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !state.model.peek()) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    event.preventDefault();
    follow(event);
  });
  onPointerMoves(canvas, (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) follow(event);
  });
}

function readKeys(state: State, send: Send, canvas: HTMLCanvasElement) {
  canvas.addEventListener('keydown', (event) => {
    const z = state.z.peek();
    const direction = KEYS[event.key];
    if ((!direction && event.key !== 'Home') || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!direction) {
      send({ do: 'move', z: z.map(() => 0), since: event.timeStamp });
      return;
    }
    const axes = state.axes.peek();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const [x, y] = fromAxes(z, axes);
    const point = [clamp(x + direction[0] * step, REACH), clamp(y + direction[1] * step, REACH)] as const;
    send({ do: 'move', z: onAxes(z, axes, point), since: event.timeStamp });
  });
}

/** More than two latent dimensions: two of them are chosen for the map. */
function chooseAxes(state: State, send: Send) {
  const choice = find(HTMLElement, '#axes-choice');
  const across = find(HTMLSelectElement, '#axis-across');
  const up = find(HTMLSelectElement, '#axis-up');

  effect(() => {
    const size = state.model.value?.summary.config.latentSize ?? 0;
    choice.hidden = size <= 2;
    if (across.length === size) return;
    for (const select of [across, up]) {
      select.replaceChildren(
        ...Array.from({ length: size }, (_, axis) => option(String(axis), latentName(axis))),
      );
    }
  });
  effect(() => {
    state.model.value;
    const [x, y] = state.axes.value;
    across.value = String(x);
    up.value = String(y);
    find(HTMLElement, '#axis-across-name').textContent = latentName(x);
    find(HTMLElement, '#axis-up-name').textContent = x === y ? '' : latentName(y);
  });
  // Choosing the other's axis swaps the two.
  across.addEventListener('change', () => {
    const [x, y] = state.axes.peek();
    const chosen = Number(across.value);
    send({ do: 'choose axes', axes: [chosen, chosen === y ? x : y] });
  });
  up.addEventListener('change', () => {
    const [x, y] = state.axes.peek();
    const chosen = Number(up.value);
    send({ do: 'choose axes', axes: [chosen === x ? y : x, chosen] });
  });
}
