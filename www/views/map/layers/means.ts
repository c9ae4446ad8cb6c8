// The name of each class, at the mean of its test digits' codes.

import { CLASSES, classMeans, pixelOf, placesOf } from '../../../map-codes';
import { text } from '../../../text';
import { make } from '../../dom';
import type { MapLayer } from '../layers';
import { wantCodes } from '../want-codes';

export const means: MapLayer = {
  id: 'means',
  on: false,
  mount(stage, state, send) {
    wantCodes(stage, send, means.id);
    const labels = Array.from({ length: CLASSES }, (_, digitClass) =>
      make('span', `class-mean class-${digitClass}`, String(digitClass)),
    );
    stage.html(...labels);
    stage.effect(() => {
      const codes = state.codes.value;
      const places = codes ? classMeans(placesOf(codes, state.plane.value), codes.labels) : [];
      for (const [digitClass, label] of labels.entries()) {
        const place = places[digitClass];
        label.hidden = !place;
        if (!place) continue;
        const [left, top] = pixelOf(place, digitClass, stage.view.value);
        Object.assign(label.style, { left: `${left}px`, top: `${top}px` });
      }
    });
    const key = stage.key('badge');
    stage.effect(() => {
      key.textContent = text.value.map.keys.means;
    });
  },
};
