// A slider for each latent dimension, with its KL and what it does to the digit; sorted by KL on request.

import { computed, type ReadonlySignal, type Signal, signal as signalOf } from '@preact/signals-core';
import type { Mount, PanelContext } from '../../app/feature';
import { ofInput } from '../../app/input/away';
import type { ReadonlyState } from '../../app/store';
import { differenceOfEnds } from '../../ui/difference';
import { find, later, make, onFrame, onRead, tellInvalid } from '../../ui/dom';
import { paint, theme } from '../../ui/ink';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { TRAVERSAL_TILES } from './follow';
import { tellHowMany } from './how-many';
import { tellInSight } from './in-sight';
import { makeSliderRow, type SliderRow } from './row';
import { type Refused, shownKl, showSliderTools } from './tools';

/** Below this many nats a dimension carries nothing of the digit. */
const COLLAPSED = 0.01;
const SEVERAL = 5;
/** A bar is this many nats long, or as long as the largest needs. */
const BAR_NATS = 1;

type Rows = ReadonlySignal<readonly SliderRow[]>;

export const mount: Mount = (root, context, signal) => {
  const { state } = context;
  const list = find(HTMLElement, '#sliders', root);
  const kl = shownKl(state);
  const sorted = signalOf(false);
  const refused = signalOf<Refused | undefined>(undefined);
  const rows = rowsOf(context, refused, signal);
  watch(signal, () => {
    const several = rows.value.length >= SEVERAL;
    for (const name of ['several', 'scrolls-down']) list.classList.toggle(name, several);
  });

  // A lecture has room for the first of them.
  const bySize = computed(() => sorted.value || state.lecture.on.value);
  const order = computed(() => (bySize.value ? kl.value?.nats : undefined));
  keepOrder(list, rows, order, signal);
  tellHowMany(root, list, rows, signal);
  tellInSight(rows, context.send, signal);
  keepValues(state, rows, signal);
  watch(signal, () => {
    for (const [dimension, { number }] of rows.value.entries())
      tellInvalid(number, 'slider-words', refused.value?.dimension === dimension);
  });
  const tellKl = onRead(() => showKl(rows.peek(), kl.peek()?.nats), signal);
  watch(signal, () => {
    rows.value;
    kl.value;
    text.value;
    tellKl();
  });
  keepStrips(state, rows, signal);
  keepEnds(state, rows, signal);
  ofInput(root, context, signal, () => kl.value?.of === 'input');
  showSliderTools(root, context, { kl, sorted, bySize, refused }, signal);
};

/** As many as the model has latent dimensions. */
function rowsOf(
  { state, send }: PanelContext,
  refused: Signal<Refused | undefined>,
  signal: AbortSignal,
): Rows {
  const rows = signalOf<readonly SliderRow[]>([]);
  const askedOf = (dimension: number) => ({
    move(value: number, since?: number) {
      refused.value = undefined;
      const z = [...state.latent.z.peek()];
      z[dimension] = value;
      send({ do: 'move', z, ...(since === undefined ? {} : { since }) });
    },
    refuse(came: string) {
      const kept = state.latent.z.peek()[dimension] ?? 0;
      refused.value = { dimension, came, kept };
      setValue(rows.peek()[dimension], kept);
    },
  });
  const size = computed(() => state.latent.z.value.length);
  watch(signal, () => {
    const shown = new AbortController();
    rows.value = Array.from({ length: size.value }, (_, dimension) =>
      makeSliderRow(dimension, askedOf(dimension), shown.signal),
    );
    return () => shown.abort();
  });
  return rows;
}

/** In the order of the dimensions, or by what each carries; never while a person is at one of them. */
function keepOrder(
  root: HTMLElement,
  rows: Rows,
  kl: ReadonlySignal<ArrayLike<number> | undefined>,
  signal: AbortSignal,
) {
  const order = computed(() => {
    const nats = kl.value;
    const dimensions = rows.value.map((_, dimension) => dimension);
    if (nats) dimensions.sort((one, other) => (nats[other] ?? 0) - (nats[one] ?? 0));
    return dimensions.join();
  });
  const place = () => {
    const dimensions = order.peek().split(',').map(Number);
    root.replaceChildren(...dimensions.flatMap((dimension) => rows.peek()[dimension]?.element ?? []));
  };
  let placed: readonly SliderRow[] | undefined;
  let waiting = false;
  watch(signal, () => {
    order.value;
    waiting = rows.value === placed && root.contains(document.activeElement);
    if (!waiting) place();
    placed = rows.value;
  });
  const left = ({ relatedTarget }: FocusEvent) => {
    if (!waiting || (relatedTarget instanceof Node && root.contains(relatedTarget))) return;
    waiting = false;
    place();
  };
  root.addEventListener('focusout', left, { signal });
  atEnd(signal, () => root.replaceChildren());
}

function keepValues(state: ReadonlyState, rows: Rows, signal: AbortSignal) {
  const setValues = onFrame(() => {
    for (const [dimension, value] of state.latent.z.peek().entries()) setValue(rows.peek()[dimension], value);
  }, signal);
  watch(signal, () => {
    rows.value;
    state.latent.z.value;
    setValues();
  });
}

function setValue(row: SliderRow | undefined, value: number) {
  if (!row) return;
  row.range.value = String(value);
  // A model in training moves the code of an input under the hand that types.
  if (!row.typing) row.number.value = value.toFixed(2);
}

function showKl(rows: readonly SliderRow[], kl: ArrayLike<number> | undefined) {
  const strings = text.peek().sliders;
  const most = Math.max(BAR_NATS, ...Array.from(kl ?? []));
  for (const [dimension, row] of rows.entries()) {
    const nats = kl?.[dimension];
    const words =
      nats === undefined ? [] : [make('span', 'word', `${strings.kl} `), decimal(nats, nats < 10 ? 2 : 1)];
    row.kl.replaceChildren(...words);
    row.bar.style.width = `${(100 * (nats ?? 0)) / most}%`;
    row.element.classList.toggle('collapsed', nats !== undefined && nats < COLLAPSED);
  }
}

function keepStrips(state: ReadonlyState, rows: Rows, signal: AbortSignal) {
  const repaint = onFrame(() => {
    for (const [dimension, strip] of state.sliders.traversals.peek()) {
      const canvas = rows.peek()[dimension]?.strip;
      if (canvas) paint(canvas, strip, '--ink', TRAVERSAL_TILES);
    }
  }, signal);
  const name = later(() => {
    const { traversalOf } = text.peek().sliders;
    for (const [dimension, strip] of state.sliders.traversals.peek()) {
      const words = traversalOf(dimension + 1, decimal(differenceOfEnds(strip), 0));
      rows.peek()[dimension]?.strip.setAttribute('aria-label', words);
    }
  }, signal);
  watch(signal, () => {
    theme.value;
    text.value;
    rows.value;
    if (state.sliders.traversals.value.size === 0) return;
    repaint();
    name();
  });
}

function keepEnds(state: ReadonlyState, rows: Rows, signal: AbortSignal) {
  watch(signal, () => {
    for (const [dimension, ends] of state.sliders.towards.value) {
      for (const [end, list] of (rows.value[dimension]?.ends ?? []).entries())
        list.replaceChildren(...(ends[end] ?? []).map((item) => make('li', '', item)));
    }
  });
}
