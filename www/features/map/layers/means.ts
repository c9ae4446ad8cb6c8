// The name of each class, at the mean of its test digits' codes.

import { computed } from '@preact/signals-core';
import { isImage } from '../../../engine/data/spec';
import { make } from '../../../ui/dom';
import { watch } from '../../../ui/lifetime';
import { hueOf, shownData } from '../../../ui/shown-data';
import { text } from '../../../ui/text';
import { meanPlaces, pixelOf } from '../codes';
import type { MapLayer } from '../layers';
import { wantCodes } from '../want-codes';

export const means: MapLayer = {
  id: 'means',
  suits: isImage,
  on: false,
  mount(stage, state, send) {
    const centres = wantCodes(stage, state, send, means.id, meanPlaces);
    const labels = computed(() =>
      shownData.value.classes.map((name, classIndex) =>
        make('span', `class-mean class-${hueOf(classIndex)}`, name),
      ),
    );
    const over = stage.html();
    watch(stage.signal, () => over.replaceChildren(...labels.value));
    watch(stage.signal, () => {
      for (const [classIndex, label] of labels.value.entries()) {
        const place = centres.value[classIndex];
        label.hidden = !place;
        if (!place) continue;
        const [left, top] = pixelOf(place, classIndex, stage.view.value);
        Object.assign(label.style, { left: `${left}px`, top: `${top}px` });
      }
    });
    const key = stage.key('badge');
    watch(stage.signal, () => {
      key.textContent = text.value.map.keys.means;
    });
  },
};
