// What draws: the pen's width, the eraser, the pressure, and where the pointer goes.

import { find } from '../../ui/dom';
import { onHold } from '../../ui/hold';
import { onEscape } from '../../ui/keys';
import { PAD, type Tip } from './strokes';

/** A pen's pressure, 0 to 1, makes a line from so much to so much of the chosen width. */
const LIGHT = 0.6;
const HEAVY = 1.4;
/** The button of a pen that is turned round. */
const ERASER_END = 5;

export type Pen = ReturnType<typeof choosePen>;

/** The tip that is chosen by the slider and the eraser, which is of use while there is something to erase. */
export function choosePen(root: HTMLElement, canvas: HTMLCanvasElement, signal: AbortSignal) {
  const width = find(HTMLInputElement, '#pen', root);
  const eraser = find(HTMLButtonElement, '#eraser', root);
  let erases = false;
  let colour: string | undefined;
  const choose = (chosen: boolean) => {
    erases = chosen;
    eraser.setAttribute('aria-pressed', String(erases));
    canvas.classList.toggle('erasing', erases);
  };
  eraser.addEventListener('click', () => choose(!erases), { signal });
  onEscape(signal, () => choose(false));
  return {
    tip: (event: PointerEvent): Tip => ({
      width: width.valueAsNumber * (LIGHT + (HEAVY - LIGHT) * pressureOf(event)),
      erases: erases || event.button === ERASER_END,
      ...(colour && { colour }),
    }),
    /** For data in colour. */
    dip(into: string) {
      colour = into;
      choose(false);
    },
    offerEraser(useful: boolean) {
      eraser.disabled = !useful;
      if (!useful) choose(false);
    },
  };
}

type Point = readonly [number, number];

export interface Hand {
  start(point: Point, event: PointerEvent): void;
  move(points: Point[], event: PointerEvent): void;
  /** The stroke under way was none. */
  forget(): void;
}

/** One pointer at a time; its positions in units of the pad. */
export function readHand(canvas: HTMLCanvasElement, hand: Hand, signal: AbortSignal) {
  const inPad = (events: PointerEvent[]): Point[] => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return events.map(({ clientX, clientY }) => [
      ((clientX - left) / width) * PAD,
      ((clientY - top) / height) * PAD,
    ]);
  };
  onHold(
    canvas,
    {
      buttons: [0, ERASER_END],
      start(event) {
        for (const point of inPad([event])) hand.start(point, event);
      },
      move(event) {
        const events = event.getCoalescedEvents();
        hand.move(inPad(events.length > 0 ? events : [event]), event);
      },
      forget: hand.forget,
    },
    signal,
  );
}

/** Only a pen knows: one half is the pressure of all others. */
const pressureOf = ({ pointerType, pressure }: PointerEvent) =>
  pointerType === 'pen' && pressure > 0 ? pressure : 0.5;
