// The latent space, seen: a plane through it, with layers, axes and z.

import type { Mount } from '../../app/feature';
import { hasItems, hasTexts, isImage } from '../../engine/data/spec';
import { find } from '../../ui/dom';
import { onResize, watch } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import { showAxes } from './axes';
import { readPointers } from './hand';
import { showInset } from './inset';
import { readKeys } from './keys';
import { mountLayers } from './layers';
import { showReading } from './reading';
import { listRegions } from './region-list';
import { viewportOf } from './stage';
import { describeMap } from './summary';
import { readZoom } from './zoom';

const leads = [
  ['lead', isImage],
  ['leadOfItems', hasItems],
  ['leadOfTexts', hasTexts],
] as const;

export const mount: Mount = (root, { state, send }, signal) => {
  const canvas = find(HTMLCanvasElement, '#map', root);
  const frame = find(HTMLElement, '#map-frame', root);
  watch(signal, () => {
    frame.classList.toggle('strip', state.latent.z.value.length === 1);
  });
  for (const [name, suits] of leads) {
    const lead = find(HTMLElement, `[data-text="map.${name}"]`, root);
    watch(signal, () => {
      lead.hidden = !suits(shownData.value);
    });
  }
  onResize(signal, canvas, () => {
    const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    send({ do: 'size map', size: [canvas.clientWidth, canvas.clientHeight], letter });
  });
  const parts = { root, canvas, view: viewportOf(state), state, send, signal };
  mountLayers(parts);
  showAxes(parts);
  showInset(parts);
  describeMap(parts);
  listRegions(parts);
  showReading(parts);
  readPointers(parts);
  readKeys(parts);
  readZoom(parts);
};
