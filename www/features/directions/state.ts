// Ways of writing, as directions of the latent space.

import { signal } from '@preact/signals-core';
import type { Directions } from '../../engine/protocol';

export const ATTRIBUTES = ['thickness', 'slant', 'width'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export const directionsState = () => ({
  found: signal<Directions | undefined>(undefined),
});
