// Whether something is being saved as a file.

import { signal } from '@preact/signals-core';

export const exportState = () => ({
  saving: signal(false),
});
