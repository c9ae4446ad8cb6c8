// Test digits at the means of their posteriors: each a numeral in its class's colour, the class's number where it has a longer
// name. One that is pointed at is shown, one that is clicked becomes the input.

import { computed, type ReadonlySignal } from '@preact/signals-core';
import { fromPlane, type Pair } from '../../../app/plane/geometry';
import type { Send } from '../../../app/send';
import type { ReadonlyState } from '../../../app/store';
import { hasItems, hasWords, isImage } from '../../../engine/data/spec';
import { pixelRatio } from '../../../ui/canvas';
import { make } from '../../../ui/dom';
import { fontFamily, theme, token } from '../../../ui/ink';
import { atEnd, watch } from '../../../ui/lifetime';
import { hasShortNames, hueOf, markOfClass, shownData } from '../../../ui/shown-data';
import { text } from '../../../ui/text';
import { nearest, pixelOf, pixelsOf, placesOf } from '../codes';
import type { MapLayer } from '../layers';
import type { MapStage } from '../stage';
import { wantCodes } from '../want-codes';

/** Pixels from a numeral within which it is pointed at. */
const NEAR = 9;
/** A numeral's size on the smallest map, and as part of a large one's width. */
const SMALLEST = 10;
const PART = 1 / 44;
/** The side of a numeral's picture, in its sizes. */
const BOX = 1.4;
/** A dot's radius, of half that. */
const DOT = 0.28;

export const digits: MapLayer = {
  id: 'digits',
  // Of items there are no tiles that it would hide.
  on: hasItems,
  mount(stage, state, send) {
    const places = wantCodes(stage, state, send, digits.id, placesOf);
    const points = computed(() => pixelsOf(places.value, stage.view.value));
    const size = computed(() => Math.max(SMALLEST, stage.view.value.width * PART));
    // Kept while the window moves.
    const numerals = computed(() => {
      theme.value;
      return numeralsOf(size.value);
    });

    stage.paint((context) => {
      const side = BOX * size.value;
      const labels = state.codes.found.value?.labels;
      const groups = state.codes.groups.value;
      for (const [index, [x, y]] of points.value.entries()) {
        const label = labels?.[index] ?? 0;
        const numeral = numerals.value(label, groups?.[index] ?? label);
        context.drawImage(numeral, x - side / 2, y - side / 2, side, side);
      }
    });

    readPointing(stage, state, send, points);
    showKey(stage, state);
  },
};

/** By pointer, and by keys at z: what is pointed at shows itself, a click or Enter takes it. */
function readPointing(
  stage: MapStage,
  state: ReadonlyState,
  send: Send,
  points: ReadonlySignal<readonly Pair[]>,
) {
  const point = (at: Pair | undefined) => {
    const index = at && nearest(points.peek(), at, NEAR);
    send({ do: 'point at sample', index });
    return index;
  };
  const take = (at: Pair) => {
    const index = point(at);
    if (index !== undefined) send({ do: 'take test sample', index });
  };
  const atMarker = () =>
    pixelOf(fromPlane(state.latent.z.peek(), state.plane.shown.peek()), 0, stage.view.peek());
  readPointer(stage, point, take);
  const press = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') take(atMarker());
  };
  const listen = { signal: stage.signal };
  stage.base.addEventListener('keyup', () => point(atMarker()), listen);
  stage.base.addEventListener('keydown', press, listen);
  atEnd(stage.signal, () => point(undefined));
}

function readPointer(
  { base, signal }: MapStage,
  point: (at: Pair | undefined) => void,
  take: (at: Pair) => void,
) {
  const placeOf = ({ offsetX, offsetY }: MouseEvent): Pair => [offsetX, offsetY];
  let pressed: Pair = [0, 0];
  const press = (event: PointerEvent) => {
    pressed = placeOf(event);
  };
  const move = (event: PointerEvent) => point(event.buttons === 0 ? placeOf(event) : undefined);
  const click = (event: MouseEvent) => {
    const at = placeOf(event);
    // A click has whole pixels, and may be nearer to another digit than the pointer was.
    if (Math.hypot(at[0] - pressed[0], at[1] - pressed[1]) < 4) take(pressed);
  };
  base.addEventListener('pointerdown', press, { signal });
  base.addEventListener('pointermove', move, { signal });
  base.addEventListener('pointerleave', () => point(undefined), { signal });
  base.addEventListener('click', click, { signal });
}

/** A picture of each numeral in a colour, with the paper about it that sets it off. */
function numeralsOf(size: number): (label: number, colour: number) => HTMLCanvasElement {
  const paper = token('--paper');
  const made = new Map<string, HTMLCanvasElement>();
  const paint = (name: string, colour: number) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.ceil(BOX * size * pixelRatio.value);
    const context = canvas.getContext('2d');
    if (!context) return canvas;
    const middle = (BOX * size) / 2;
    context.scale(canvas.width / (2 * middle), canvas.height / (2 * middle));
    Object.assign(context, { textAlign: 'center', textBaseline: 'middle', lineJoin: 'round' });
    if (!isImage(shownData.value)) return dotted(canvas, context, middle, dotOf(colour));
    context.font = `700 ${size}px ${fontFamily()}`;
    context.strokeStyle = paper;
    context.lineWidth = size / 3;
    context.strokeText(name, middle, middle);
    context.fillStyle = token(`--class-${hueOf(colour)}`);
    context.fillText(name, middle, middle);
    return canvas;
  };
  return (label, colour) => {
    const key = `${label} ${colour}`;
    const numeral = made.get(key) ?? paint(markOfClass(label), colour);
    made.set(key, numeral);
    return numeral;
  };
}

/** Of a class, where there are such: bags of words have them, people and lines have not. */
const dotOf = (colour: number) => token(hasWords(shownData.value) ? `--class-${hueOf(colour)}` : '--latent');

/** A row of items or a text is no numeral: a dot. */
function dotted(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  middle: number,
  colour: string,
) {
  context.beginPath();
  context.arc(middle, middle, DOT * middle, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  return canvas;
}

function showKey(stage: MapStage, { codes }: ReadonlyState) {
  const words = make('span', '');
  const key = stage.key('classes');
  watch(stage.signal, () => {
    const { classes } = shownData.value;
    const isOfImages = isImage(shownData.value);
    const isNumbered = isOfImages && !hasShortNames();
    const isOfClasses = isOfImages || hasWords(shownData.value);
    const isGrouped = codes.groups.value !== undefined;
    // Groups have no names, and their colours are no classes': numerals say the class all the same.
    const names = isGrouped && !isNumbered ? [] : classes;
    const named = names.map((name, classIndex) =>
      make(
        'b',
        isGrouped ? '' : `class-${hueOf(classIndex)}`,
        isNumbered ? `${markOfClass(classIndex)} ${name}` : name,
      ),
    );
    key.classList.toggle('dots', !isOfImages);
    key.classList.toggle('numbered', isNumbered);
    key.replaceChildren(...(isOfClasses ? named : [make('b', 'class-latent', '')]), words);
  });
  watch(stage.signal, () => {
    words.textContent = ` ${text.value.map.keys.digits}`;
  });
}
