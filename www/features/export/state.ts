// Whether something is being saved as a file.

import { signal } from '@preact/signals-core';
import type { FileFormat } from '../../app/export/exports';

export const exportState = () => ({
  saving: signal(false),
  /** The formats that this browser cannot write. */
  without: signal<readonly FileFormat[]>([]),
});
