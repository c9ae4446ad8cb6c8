// What the npm package offers: the element, which is defined as soon as this is loaded.

import { LatentExplorer } from './element';

export type { Explored } from './element';
export { LatentExplorer };

const NAME = 'latent-explorer';

// Two pages' scripts in one document may both bring it.
if (!customElements.get(NAME)) customElements.define(NAME, LatentExplorer);

declare global {
  interface HTMLElementTagNameMap {
    'latent-explorer': LatentExplorer;
  }
}
