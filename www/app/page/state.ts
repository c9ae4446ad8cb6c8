// What is told about the page itself.

import { signal } from '@preact/signals-core';
import type { Failure } from '../../engine/failure/failure';

export const pageState = () => ({
  problem: signal<Failure | undefined>(undefined),
});
