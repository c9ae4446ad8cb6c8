// The name of each class, at the mean of its test digits' codes.

import { make } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import { CLASSES, meanPlaces, pixelOf } from '../codes';
import type { MapLayer } from '../layers';
import { wantCodes } from '../want-codes';

export const means: MapLayer = {
  id: 'means',
  on: false,
  mount(stage, state, send) {
    const centres = wantCodes(stage, state, send, means.id, meanPlaces);
    const labels = Array.from({ length: CLASSES }, (_, digitClass) =>
      make('span', `class-mean class-${digitClass}`, String(digitClass)),
    );
    stage.html(...labels);
    watch(stage.signal, () => {
      for (const [digitClass, label] of labels.entries()) {
        const place = centres.value[digitClass];
        label.hidden = !place;
        if (!place) continue;
        const [left, top] = pixelOf(place, digitClass, stage.view.value);
        Object.assign(label.style, { left: `${left}px`, top: `${top}px` });
      }
    });
    const key = stage.key('badge');
    watch(stage.signal, () => {
      key.textContent = text.value.map.keys.means;
    });
  },
};
