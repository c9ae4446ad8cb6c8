// The images of a picture: what goes in and what comes out.

import { type Colours, canvasOf, drawSample } from '../../app/export/drawing';
import { type Box, framed, type Sheet } from '../../app/export/sheet';
import { awayWords } from '../../app/input/away';
import type { Pair } from '../../app/plane/geometry';
import type { State } from '../../app/store';
import { text } from '../../ui/text';

interface Image {
  pixels: Uint8Array;
  words: string;
  ink: string;
}

/** The room of an image's words below it. */
const WORDS = 60;

/** The input as the model sees it, if there is one, and what is decoded from z. */
function imagesOf(state: State, colours: Colours): Image[] {
  const { seen, output } = text.value.export;
  const encoding = state.input.encoding.peek();
  const decoded = state.latent.decoded.peek();
  return [
    ...(encoding
      ? [{ pixels: encoding.seen, words: awayWords(state).peek() ?? seen, ink: colours.ink }]
      : []),
    ...(decoded ? [{ pixels: decoded.pixels, words: output, ink: colours.output }] : []),
  ];
}

/** Beside each other. */
export function drawImages(sheet: Sheet, state: State, [left, top, width, side]: Box, colours: Colours) {
  const images = imagesOf(state, colours);
  const step = images.length > 1 ? width - side : 0;
  for (const [index, image] of images.entries())
    drawImage(sheet, image, [left + index * step, top], side, colours);
}

/** One below the other, as large as the box lets them be, in its middle. */
export function drawImagesDown(
  sheet: Sheet,
  state: State,
  [left, top, width, height]: Box,
  colours: Colours,
) {
  const images = imagesOf(state, colours);
  const step = (height + WORDS) / Math.max(1, images.length);
  const side = Math.round(Math.min(width, step - WORDS));
  for (const [index, image] of images.entries())
    drawImage(
      sheet,
      image,
      [left + Math.round((width - side) / 2), top + Math.round(index * step)],
      side,
      colours,
    );
}

function drawImage(sheet: Sheet, { pixels, words, ink }: Image, at: Pair, side: number, colours: Colours) {
  const [x, y] = at;
  const [canvas, context] = canvasOf(side, side, colours.paper);
  drawSample(context, pixels, [0, 0, side], ink);
  sheet.picture(canvas, [x, y]);
  sheet.line(framed([x, y, side, side]), { colour: colours.text, width: 2 });
  sheet.words(words, [x, y + side + 34], { size: Math.min(28, side / 16), colour: colours.text });
}
