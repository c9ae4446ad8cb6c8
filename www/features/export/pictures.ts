// Pictures for slides: the map, the images and the curve, together or each.

import type { Colours } from '../../app/export/drawing';
import type { Make } from '../../app/export/exports';
import { mapOf } from '../../app/export/map';
import { type Sheet, sheetOf } from '../../app/export/sheet';
import type { State } from '../../app/store';
import { drawCurve } from './curve';
import { curveOf } from './has-curve';
import { drawHeading, type Heading, headingOf, headingOfCurve } from './heading';
import { drawImages, drawImagesDown } from './images';
import { drawMap } from './map';

/** As many pixels as a screen has. */
const [WIDTH, HEIGHT] = [1920, 1080];
const MARGIN = 60;
const TOP = 150;

interface Picture {
  /** Of the model that is shown, where nothing else is said. */
  heading?: (state: State) => Heading;
  height: (state: State) => number;
  draw(sheet: Sheet, state: State, colours: Colours): void;
}

const MAP_LEFT = 190;
const MAP_WIDTH = WIDTH - MAP_LEFT - MARGIN;

export type PictureName = 'slide' | 'map' | 'digit' | 'curve';

const PICTURES: Readonly<Record<PictureName, Picture>> = {
  slide: {
    height: () => HEIGHT,
    draw(sheet, state, colours) {
      const curve = curveOf(state)?.ofShown;
      drawMap(sheet, state, [140, TOP, 820], colours);
      // Without a curve the images have its room: one below the other.
      if (curve) drawImages(sheet, state, [1060, TOP, 800, 340], colours);
      else drawImagesDown(sheet, state, [1060, TOP, 800, 820], colours);
      if (curve) drawCurve(sheet, state, [1140, 640, 720, 330], colours);
    },
  },
  map: {
    height: (state) => TOP + Math.round(mapOf(state, MAP_WIDTH).view.height) + MAP_LEFT,
    draw: (sheet, state, colours) => drawMap(sheet, state, [MAP_LEFT, TOP, MAP_WIDTH], colours),
  },
  digit: {
    height: () => HEIGHT,
    draw: (sheet, state, colours) =>
      drawImages(sheet, state, [MARGIN, TOP, WIDTH - 2 * MARGIN, 820], colours),
  },
  curve: {
    heading: headingOfCurve,
    height: () => HEIGHT,
    draw: (sheet, state, colours) =>
      drawCurve(sheet, state, [MAP_LEFT, TOP + 60, MAP_WIDTH, HEIGHT - TOP - MAP_LEFT], colours),
  },
};

export const makePicture =
  (name: PictureName): Make =>
  async ({ state }, format, colours) => {
    const { heading = headingOf, height, draw } = PICTURES[name];
    const sheet = sheetOf(format, WIDTH, height(state), colours.paper);
    drawHeading(sheet, heading(state), colours, [MARGIN, 70]);
    draw(sheet, state, colours);
    return sheet.file();
  };
