// What the parts of the map's panel work with.

import type { ReadonlySignal } from '@preact/signals-core';
import type { PanelContext } from '../../app/feature';
import type { Viewport } from '../../app/plane/viewport';

export interface MapParts extends Pick<PanelContext, 'state' | 'send'> {
  readonly root: HTMLElement;
  /** It holds the focus and hears pointers. */
  readonly canvas: HTMLCanvasElement;
  /** Where coordinates lie on the screen. */
  readonly view: ReadonlySignal<Viewport>;
  readonly signal: AbortSignal;
}
