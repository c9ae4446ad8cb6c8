// What would be decoded under the pointer: z stays where it is.

import { onPlane } from '../../../app/plane/geometry';
import { isImage } from '../../../engine/data/spec';
import { atEnd } from '../../../ui/lifetime';
import type { MapLayer } from '../layers';

export const peek: MapLayer = {
  id: 'peek',
  on: (data) => !isImage(data),
  mount(stage, state, send) {
    const stop = () => send({ do: 'peek', z: undefined });
    const look = ({ offsetX, offsetY, buttons, pointerType }: PointerEvent) => {
      // A finger that touches moves z.
      if (buttons !== 0 || pointerType === 'touch' || !state.model.shown.peek()) return stop();
      const at = stage.view.peek().at(offsetX, offsetY);
      send({ do: 'peek', z: onPlane(state.latent.z.peek(), state.plane.shown.peek(), at) });
    };
    const listen = { signal: stage.signal };
    stage.base.addEventListener('pointermove', look, listen);
    stage.base.addEventListener('pointerdown', stop, listen);
    stage.base.addEventListener('pointerleave', stop, listen);
    atEnd(stage.signal, stop);
  },
};
