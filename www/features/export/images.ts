// The images of a picture: what goes in and what comes out.

import { type Colours, canvasOf, drawSample } from '../../app/export/drawing';
import { awayWords } from '../../app/input/away';
import type { State } from '../../app/store';
import { text } from '../../ui/text';
import { type Box, framed, type Sheet } from './sheet';

/** The input as the model sees it, if there is one, and what is decoded from z. */
export function drawImages(sheet: Sheet, state: State, [left, top, width, side]: Box, colours: Colours) {
  const { seen, output } = text.value.export;
  const encoding = state.input.encoding.peek();
  const decoded = state.latent.decoded.peek();
  const images = [
    ...(encoding
      ? [{ pixels: encoding.seen, words: awayWords(state).peek() ?? seen, ink: colours.ink }]
      : []),
    ...(decoded ? [{ pixels: decoded.pixels, words: output, ink: colours.output }] : []),
  ];
  const step = images.length > 1 ? width - side : 0;
  for (const [index, { pixels, words, ink }] of images.entries()) {
    const x = left + index * step;
    const [canvas, context] = canvasOf(side, side, colours.paper);
    drawSample(context, pixels, [0, 0, side], ink);
    sheet.picture(canvas, [x, top]);
    sheet.line(framed([x, top, side, side]), { colour: colours.text, width: 2 });
    sheet.words(words, [x, top + side + 34], { size: Math.min(28, side / 16), colour: colours.text });
  }
}
