// The pad to rub on, the repaired picture, and draws of what could stand there.

import '../../app/uses/style.css';
import './panel/style.css';
import type { Mount } from '../../app/feature';
import { brushed, filled, isAll, isAny, PARTS, type Part, partOf } from '../../app/uses/mask';
import { pictureOf } from '../../app/uses/picture';
import { showPictures } from '../../app/uses/restored';
import { tellOpen } from '../../app/uses/tell-open';
import { find } from '../../ui/dom';
import { onHold } from '../../ui/hold';
import { paint, theme, wipe } from '../../ui/ink';
import { watch } from '../../ui/lifetime';
import { sayIn } from '../../ui/said';
import { imageAt, imagesIn, shownData } from '../../ui/shown-data';
import { decimal } from '../../ui/words';
import { hatch } from './hatch';
import markup from './panel/markup.html?raw';
import { words } from './panel/words';

type Place = readonly [number, number];

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  tellOpen(root, 'repair', context.send, signal);
  for (const show of [rub, eraseParts, showPad, showResult, showDraws, showWords])
    show(root, context, signal);
};

const rub: Mount = (root, { state, send }, signal) => {
  const pad = find(HTMLCanvasElement, '#repair-pad', root);
  const brush = find(HTMLInputElement, '#repair-brush', root);
  const picture = pictureOf(state);
  let last: Place | undefined;
  const placeOf = ({ clientX, clientY }: PointerEvent): Place => {
    const { left, top, width, height } = pad.getBoundingClientRect();
    const { width: across, height: down } = shownData.peek();
    return [((clientX - left) / width) * across, ((clientY - top) / height) * down];
  };
  const erase = (event: PointerEvent) => {
    const place = placeOf(event);
    const erased = brushed(erasedNow(), last ?? place, place, brush.valueAsNumber, shownData.peek());
    last = place;
    send({ do: 'erase of picture', erased });
  };
  const erasedNow = () => {
    const erased = state.repair.erased.peek();
    const { width, height } = shownData.peek();
    return erased?.length === width * height ? erased : undefined;
  };
  const start = (event: PointerEvent) => {
    if (!picture()) return;
    last = undefined;
    erase(event);
  };
  const move = (event: PointerEvent) => {
    if (picture()) for (const each of eventsOf(event)) erase(each);
  };
  onHold(pad, { buttons: [0], start, move }, signal);
};

function eventsOf(event: PointerEvent): PointerEvent[] {
  const events = event.getCoalescedEvents();
  return events.length > 0 ? events : [event];
}

const eraseParts: Mount = (root, { send }, signal) => {
  for (const part of PARTS) {
    const button = find(HTMLButtonElement, `[data-part=${part}]`, root);
    const erase = (of: Part) => send({ do: 'erase of picture', erased: partOf(of, shownData.peek()) });
    button.addEventListener('click', () => erase(part), { signal });
  }
  const clear = find(HTMLButtonElement, '#repair-clear', root);
  clear.addEventListener('click', () => send({ do: 'erase of picture', erased: undefined }), { signal });
};

const showPad: Mount = (root, { state }, signal) => {
  const pad = find(HTMLCanvasElement, '#repair-pad', root);
  const picture = pictureOf(state);
  watch(signal, () => {
    theme.value;
    const [shown, erased] = [picture(), state.repair.erased.value];
    if (!shown) return wipe(pad);
    paint(pad, shown.pixels, '--input');
    if (erased) hatch(pad, erased, shownData.value.width);
  });
};

const showResult: Mount = (root, { state }, signal) => {
  const canvas = find(HTMLCanvasElement, '#repair-result', root);
  const picture = pictureOf(state);
  watch(signal, () => {
    theme.value;
    const [shown, erased, repaired] = [picture(), state.repair.erased.value, state.repair.repaired.value];
    if (shown && erased && repaired) paint(canvas, filled(shown.pixels, repaired.pixels, erased), '--output');
    else wipe(canvas);
  });
};

const showDraws: Mount = (root, { state, send }, signal) => {
  const draws = find(HTMLElement, '#repair-draws', root);
  const again = find(HTMLButtonElement, '#repair-again', root);
  again.addEventListener('click', () => send({ do: 'draw repairs again' }), { signal });
  const picture = pictureOf(state);
  watch(signal, () => {
    theme.value;
    const [shown, erased, images] = [
      picture(),
      state.repair.erased.value,
      state.repair.repaired.value?.draws,
    ];
    again.disabled = !images;
    // Where nothing is to be repaired nothing could stand.
    if (!shown || !erased || !isAny(erased) || isAll(erased)) return draws.replaceChildren();
    // Those before stay until others come: nothing jumps under the hand.
    if (!images) return draws.classList.add('stale');
    draws.classList.remove('stale');
    const all = Array.from({ length: imagesIn(images) }, (_, index) => ({
      name: words.value.draw(index + 1),
      figures: [],
      pixels: filled(shown.pixels, imageAt(images, index), erased),
      ofModel: true,
      best: false,
    }));
    showPictures(draws, all);
  });
};

const showWords: Mount = (root, { state }, signal) => {
  const status = find(HTMLElement, '#repair-words', root);
  const picture = pictureOf(state);
  watch(signal, () => {
    const { empty, nothing, all, works, none } = words.value;
    const [erased, repaired] = [state.repair.erased.value, state.repair.repaired.value];
    const isAutoencoder = state.model.shown.value?.summary.config.deterministic;
    if (!picture()) status.textContent = empty;
    else if (!erased || !isAny(erased)) status.textContent = nothing;
    else if (isAll(erased)) status.textContent = all;
    // What came to nothing is said with what went wrong.
    else if (!repaired?.figures) status.textContent = state.repair.waits.value ? works : '';
    else status.textContent = `${figuresWords(repaired.figures)}${isAutoencoder ? ` ${none}` : ''}`;
  });
};

function figuresWords({ model, mean }: { model: Figures; mean: Figures }): string {
  const errors = [model, mean].map(({ squaredError }) => decimal(squaredError, 3)) as [string, string];
  const nats = [model, mean].map(({ logLikelihood }) => decimal(logLikelihood, 0)) as [string, string];
  return words.value.shown(...errors, ...nats);
}

interface Figures {
  squaredError: number;
  logLikelihood: number;
}
